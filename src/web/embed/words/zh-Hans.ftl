### Words of the embedded views alone: 简体中文. Kinds, columns and levels come from src/locale.

embed-open = 要览：看要点
embed-close = 关闭
embed-panel = 文章要点
embed-note = 在你的浏览器里分析，内容不会发送出去
embed-loading = 正在载入词典，请稍候
embed-nothing = 没有找到可以列出的内容
embed-failed = 分析程序无法载入或意外停止；文章未受影响
embed-waiting = 等待文章
embed-no-origin = 没有网站获准使用这个页面：地址里缺少 ?origins=
