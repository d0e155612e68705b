### Words of the embedded views alone: 繁體中文. Kinds, columns and levels come from src/locale.

embed-open = 要覽：看要點
embed-close = 關閉
embed-panel = 文章要點
embed-note = 在你的瀏覽器裡分析，內容不會發送出去
embed-loading = 正在載入詞典，請稍候
embed-nothing = 沒有找到可以列出的內容
embed-failed = 分析程式無法載入或意外停止；文章未受影響
embed-waiting = 等待文章
embed-no-origin = 沒有網站獲准使用這個頁面：位址裡缺少 ?origins=
