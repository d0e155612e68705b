### 介面用語：繁體中文。三個檔案的條目與參數一致；條目按頁面的部分排列。

app-mark = 要
app-name = 要覽
app-tagline = 讀懂公文與新聞：人物、機構、指標、任務一目瞭然
list-separator = 、
clause-separator = ；
labelled = { $label }：{ $words }
untitled = 未命名文稿
pasted-text = 貼上的文稿
sample-text = 範例文稿
details = 詳細資料
count-items = { $n } 項

## 頁首

open-file = 開啟檔案
choose-files = 選擇檔案
choose-folder = 選擇資料夾
open-folder = 資料夾
documents = 文稿
new-document = 新增文稿
close-document = 關閉《{ $title }》
mode = 閱讀或編輯
mode-read = 閱讀
mode-edit = 編輯
compare = 比較
compare-back = 返回文稿
language = 介面語言
drop-hint = 放開滑鼠即可開啟文稿

## 進度與提示

loading-dictionary = 正在載入詞典 { $loaded }
loading-dictionary-of = 正在載入詞典 { $loaded } / { $total }
building-dictionary = 正在準備詞典
analyzing = 正在分析
no-dictionary = 詞典下載失敗（{ $reason }），暫時無法分析。已輸入的文字不受影響。
retry = 重試
dismiss = 關閉提示
engine-stuck = 分析超過一分鐘仍無結果，已重新啟動分析程式；文稿不受影響。
engine-crashed = 分析程式意外停止（{ $reason }），已重新啟動；文稿不受影響。
copy-report = 複製報告
engine-gave-up = 分析程式多次意外停止
reason-unknown = 原因不明
unchanged = { $reason }；原有內容未變更。
emptied = { $reason }。
emptied-kept = { $reason }；仍顯示上一次的分析結果。

## 輸入的錯誤

input-empty = 內容為空，沒有可分析的文字
input-too-large = 內容過大（{ $size } MB）；文字的上限為 2 MB（約 70 萬字），檔案的上限為 64 MB
input-too-much = 文字過多，上限為 2 MB（約 70 萬字）；請分成幾份
input-undecodable = 無法識別文字編碼；支援 UTF-8、GB18030（GBK）、Big5、UTF-16，請轉換後再試
input-damaged = { $what }已損壞或不完整，無法開啟；請重新取得該檔案
input-locked = { $what }設有密碼，無法開啟；請解除密碼後再試
input-bomb = 解壓後的內容異常龐大，可能是惡意檔案，未開啟
input-scanned = 這是掃描件，只有影像，沒有文字層；請先用文字識別（OCR）軟體轉換
input-garbled = 這份 PDF 的字型沒有字元對照表，文字無法還原；請先用文字識別（OCR）軟體轉換
input-old-word = 這是舊版 Word 檔案（.doc），請用 Word 或 WPS 另存為 .docx 再開啟
input-old-excel = 這是舊版 Excel 檔案（.xls），請用 Excel 或 WPS 另存為 .xlsx 再開啟
input-rtf = 這是 RTF 檔案，請用 Word 或 WPS 另存為 .docx 再開啟
input-image = 這是圖片，不是文字；請先用文字識別（OCR）軟體轉換
input-slides = 這是簡報，請另存為 PDF，或複製文字後貼上
input-archive = 這種壓縮檔打不開，請先解壓；.zip 壓縮檔可以直接開啟
input-program = 這是程式檔案，不是文稿
input-pdf = 命令列不讀 PDF，請在網頁中開啟，或先另存為文字檔
input-binary = 這是二進位檔案，不是文稿
file-kind-pdf = PDF 檔案
file-kind-word = Word 檔案
file-kind-excel = Excel 檔案
file-kind-slides = 簡報
file-kind-archive = 壓縮檔
file-kind-rtf = RTF 檔案
file-kind-image = 圖片
file-kind-program = 程式檔案
file-kind-binary = 二進位檔案

## 讀取檔案

cancel = 取消
import-progress = 正在讀取 { $n } / { $total }：{ $name }
import-report = 檔案讀取結果
import-failures = { $n } 個檔案未能讀取，其餘已開啟：
import-failed = 《{ $name }》無法開啟：{ $reason }
import-encoding-chosen = 《{ $name }》以所選編碼讀取：
import-encoding-guessed = 《{ $name }》的編碼是推測的：
import-unreadable = 瀏覽器無法讀取該檔案（{ $reason }）
import-slow = 讀取超過一分鐘，已放棄
import-crashed = 讀取程式意外停止
import-there = { $n ->
    [1] 《{ $name }》的文字已在文庫中，沒有重複儲存
   *[other] 《{ $name }》等 { $n } 個檔案的文字已在文庫中，沒有重複儲存
}

## 輸入

compose = 文稿內容
compose-welcome = 貼上一篇文章，立即看清要點
compose-welcome-text = 規劃、報告、會議報導、統計公報、任免通知、訪談皆可。全部在您的瀏覽器內分析，文字不會離開本機。
compose-text = 文稿全文
compose-placeholder = 在此貼上或輸入文章全文……
compose-hint = 貼上、拖入檔案或資料夾（txt、md、html、docx、xlsx、csv、pdf），或開啟檔案；停止輸入後自動分析。
compose-count = { $n } 字，上限 2 MB
compose-sample = 看一篇範例

## 摘要、圖例、大綱

summary = 摘要
summary-size = { $n } 字
summary-reporters = 記者 { $names }
summary-speed = 分析耗時 { $n } 毫秒
summary-figures = 主要指標
summary-people = 主要人物
date-change = 更改日期
date-set = 設定日期
date-label = 以此日期推算「今年」「1月28日」等
legend = 標示類別
legend-hide-all = 全部隱藏
legend-show-all = 全部顯示
outline = 大綱
outline-count = 大綱（{ $n }）
panes = 切換原文與表格
pane-article = 原文
pane-tables = 表格
peek-open = 檢視

## 各類內容

kind-person = 人物
kind-place = 地名
kind-organization = 機構
kind-facility = 設施與建設
kind-event = 活動
kind-time = 時間
kind-indicator = 指標
kind-code = 提法
kind-programme = 規劃與行動
kind-quote = 言論
kind-task = 任務
kind-keyword = 關鍵詞

comparator-equal = 等於
comparator-greater = 超過
comparator-at-least = 不低於
comparator-less = 低於
comparator-at-most = 不超過
comparator-about = 約
comparator-range = 區間
sign-about = 約

status-actual = 結果
status-estimate = 預計
status-target = 目標

figure-level = 總量
figure-change = 增減量
figure-growth = 成長率
figure-share = 比重
figure-multiple = 倍數
figure-rank = 排名

tenure-current = 現任
tenure-past = 曾任
tenure-coming = 擬任

level-country = 國家
level-province = 省級
level-prefecture = 地級
level-county = 縣級
level-township = 鄉級
level-village = 村
level-other = 區域

organization-party = 黨的機構
organization-government = 政府部門
organization-congress = 人大政協
organization-company = 企業
organization-education = 教育
organization-health = 醫療衛生
organization-research = 科研
organization-media = 媒體
organization-bank = 銀行
organization-social = 社會團體
organization-other = 其他

quote-direct = 直接引述
quote-reported = 轉述

doubt-name-missing = 名稱未能確定
doubt-name-assumed = 名稱為推定
doubt-period-assumed = 期間為推定
doubt-share = 比重超過100%
doubt-growth = 成長率異常
doubt-range = 數值超出常見範圍

## 數與日期

number-scale-1 = { $n }萬
number-scale-2 = { $n }億
number-scale-3 = { $n }兆
unit-points = 個百分點
period-from = { $day }起
period-until = 至{ $day }
period-span = { $from }–{ $to }
period-day = { $year }年{ $month }月{ $day }日
period-year = { $year }年
period-years = { $from }–{ $to }年
period-month = { $year }年{ $month }月
period-months = { $year }年{ $from }–{ $to }月
period-days = { $year }年{ $month }月{ $from }–{ $to }日
period-days-months = { $year }年{ $month }月{ $day }日–{ $to_month }月{ $to_day }日

## 表格

tables = 擷取結果
tables-tabs = 結果表
filter = 篩選
filter-kind = 篩選{ $kind }
count-all = 共 { $n } 筆
count-some = { $n } / { $total } 筆
none-in-text = 本文沒有辨識到這類內容。
none-in-filter = 沒有符合篩選條件的內容。
why = 為什麼
grouping = 分組
group-none = 不分組
group-subject = 依主體
group-period = 依期間
group-status = 依狀態
group-heading = 依章節
group-owner = 依負責單位
group-deadline = 依期限
subject-missing = 未寫明主體
period-missing = 未寫明期間
heading-missing = 未歸章節
owner-missing = 未寫明負責單位
deadline-missing = 未寫明期限
byline-staff = 採編人員

column-name = 名稱
column-mentions = 提及
column-others = 其他寫法
column-time = 時間
column-place = 地點
column-person = 姓名
column-posts = 職務
column-quotes = 言論
column-place-name = 地名
column-level = 層級
column-code = 行政區劃代碼
column-slogan = 提法
column-members = 內涵
column-complete = 齊全
column-value = 數值
column-period = 期間
column-status = 狀態
column-baseline = 基期
column-subject = 主體
column-speaker = 發言者
column-words = 內容
column-manner = 方式
column-task = 任務
column-owner = 負責單位
column-deadline = 期限
column-written = 原文
column-meaning = 所指
column-start = 起
column-end = 迄
column-keyword = 關鍵詞
column-weight = 權重

code-complete = 完整
code-unlisted = 未列明
code-some = { $found }/{ $count }
code-glossary = 通用釋義，非本文
time-unresolved = 無法推定
task-done = 已完成

card-posts = 職務
card-places = 出現位置
card-quotes = 言論
card-company = 同時出現
card-full = 全文
card-action = 動作與對象
card-indicators = 相關指標
card-rule = 規則
card-value = 數值
card-derivation = 推導
card-doubts = 存疑
card-evidence = 依據
evidence-value = 數值：
evidence-name = 名稱：
evidence-period = 期間：

graph = 人物、職務與機構關係圖
graph-label = { $people } 人與 { $bodies } 個機構之間的職務關係

## 比較

comparison = 文稿比較
comparison-documents = 參與比較的文稿
comparison-parts = 比較內容
compare-matrix = 指標矩陣
compare-outcomes = 目標與結果
compare-timeline = 時程表
compare-phrases = 提法變化
compare-contradictions = 口徑不一
date-unknown = 日期不詳
matrix-none = 這些文稿裡沒有找到指標。
matrix-filter = 篩選指標
matrix-all = 包括詞表以外的指標
matrix-count = { $n } / { $total } 項
matrix-no-period = 期間不明
matrix-chart = 折線圖
outcomes-none = 這些文稿裡沒有附期限的目標。
outcome-reached = 已達成
outcome-missed = 未達成
outcome-open = 尚無當期結果
column-indicator = 指標
column-target = 目標
column-latest = 最近的結果
column-gap = 差距
column-verdict = 判斷
column-figures = 各處數值
column-due = 截止
column-kind = 類別
column-content = 內容
column-document = 文稿
column-source = 出處
contradictions-none = 沒有發現同一指標、同一主體、同一期間而數值不同的結果。
phrases-none = 至少開啟兩篇文稿才能比較提法的變化。
phrases-came = 新出現
phrases-stayed = 沿用
phrases-went = 不再提
timeline-none = 這些文稿裡沒有附期限的目標、任務或活動。
timeline-label = 時程表：{ $n } 項，表格見下
timeline-target = 目標
timeline-deadline = 任務期限
timeline-event = 活動
chart-none = 具有期間的數值不足兩個，無法畫成折線。
chart-unit = 單位：{ $unit }
chart-data = 圖中資料
chart-label = 折線圖：{ $title }
save-svg = 存成 SVG
save-png = 存成 PNG

## 文庫

link-text = 連結中的文稿
link-failed = 連結中的文稿沒有打開：{ $reason }。
link-newer = 連結由更新的版本生成，請更新本頁後再打開
link-damaged = 連結不完整或已損壞，請對方重新複製完整的連結
link-too-large = 連結裡的內容過大
link-copied = 連結已複製。文稿就在連結裡，不經過任何伺服器；誰拿到連結，誰就能讀到全文。
link-too-long = 這篇文稿太長，放不進連結；可以改用備份檔案。
copy-link = 複製連結
own-copy = { $name }（本視窗的改動）
parted = 另一個視窗同時改了這篇文稿。兩邊都保留：本視窗的內容另存為《{ $name }》。
changed-elsewhere = 《{ $name }》已在另一個視窗修改，這裡顯示最新內容。
store-forbidden = 瀏覽器不允許本頁儲存資料：文稿只留在本頁記憶體中，關閉前請先複製或備份。
store-full = 瀏覽器的儲存空間已滿，最近的內容沒有存下，只留在本頁記憶體中；請先備份，再刪除一些文稿。

## 更正

correct-bar = 更正
correct-hint = 點選一處標示或表格中的一列，即可確認、修改或拒絕；選取原文字句可標為某一類。
correct-confirm = 確認
correct-edit = 修改
correct-reject = 拒絕
correct-unmark = 僅此處不是
correct-add = 新增
correct-add-row = 新增
correct-menu = 更正「{ $words }」
correct-undo = 復原更正
correct-redo = 重做更正
correct-list = 更正紀錄
correct-list-count = 更正紀錄 { $n }
correct-mark-as = 「{ $words }」標為
correct-add-title = 新增{ $kind }
correct-edit-title = 修改{ $kind }：{ $words }
correct-words = 原文中的字句
correct-words-missing = 原文裡沒有這些字，請照原文填寫。
correct-everywhere = 全文相同的字句都標上
correct-always = 記入詞庫，其他文稿也照此辨識
correct-note = 備註
correct-save = 儲存
correct-none = 還沒有更正。點選一列後可以確認、修改或拒絕；被拒絕的條目也列在這裡，可以還原。
correct-delete = 取消這筆更正
correct-delete-of = 取消這筆更正：「{ $words }」
correct-never = 記入詞庫：不是名稱
verdict-confirmed = 已確認
verdict-edited = 已修改
verdict-added = 自行新增
verdict-rejected = 已拒絕
correction-applied = 有效
correction-gone = 原文已改，依據不在
correction-overruled = 已被後來的更正取代
problem-missing = 請填寫這一項
problem-too-long = 內容過長
problem-not-a-number = 請填數字，如 8.2 或 3.6萬億
problem-not-a-count = 請填整數
problem-not-a-day = 請填日期，如 2025-01-31
problem-not-a-division = 請填六位或九位區劃代碼
problem-not-a-choice = 請由列出的項目中挑一項
problem-end-before-start = 截止日期早於起始日期
problem-max-below-value = 上限小於下限
problem-range-without-max = 區間需要填寫上限
field-posts = 職務（每行一項）
field-posts-hint = 不是現任的，在後面寫 |past（曾任）或 |coming（擬任）
field-count = 項數
field-within = 上層區劃
field-members = 內涵（每行一項）
field-max = 上限
field-unit = 單位
field-comparator = 比較
field-action = 動作
field-object = 對象
field-spans = 位置

## 詞庫

lexicon = 詞庫
lexicon-hint = 記在這裡的名稱會立即用於所有打開的文稿：分詞不會拆散，按所選類別辨識，別名歸為一筆。詞庫只儲存在本機。
lexicon-search = 搜尋詞庫
lexicon-aliases = 別名（用 | 分隔）
lexicon-add = 加入
lexicon-delete = 刪除
lexicon-edit-of = 修改「{ $name }」
lexicon-delete-of = 刪除「{ $name }」
lexicon-import = 匯入
lexicon-export = 匯出
lexicon-none = 詞庫還是空的。
lexicon-nothing = 不是名稱
lexicon-learnt = 已記住「{ $name }」
lexicon-read = 已匯入 { $n } 筆
lexicon-too-short = 名稱至少兩個字
lexicon-not-kept = 瀏覽器不能儲存詞庫，離開頁面後就沒有了；請先匯出。
lexicon-no-name = 第 { $line } 行沒有名稱，整個檔案都沒有匯入
lexicon-unknown-kind = 第 { $line } 行的類別「{ $kind }」不存在，整個檔案都沒有匯入
lexicon-unreadable = 第 { $line } 行無法讀取，整個檔案都沒有匯入
lexicon-too-many = 超過 { $n } 筆，沒有匯入

## The installed page

update-found = 有新版本，已在背景下載好。
update-apply = 更新
installed-kept = 網頁已儲存在本機，斷網也能用。
installed-remove = 從本機移除
installed-removed = 網頁已從本機移除；下次造訪會重新下載。
share-too-large = 分享的內容過大（上限 64 MB），沒有打開；原有內容未改動。
share-failed = 沒能接收分享的內容；原有內容未改動。

## 按鍵、指令、設定、說明

close = 關閉
skip = 跳轉
skip-main = 跳到正文
skip-tables = 跳到表格
analyzed = 分析完成，共找到 { $n } 筆內容
article = 文章全文
show-more = 顯示更多
palette = 指令面板
palette-placeholder = 輸入指令、文稿或表格的名稱……
palette-list = 指令
palette-none = 沒有相符的指令。
group-view = 檢視
group-documents = 文稿
group-tables = 表格
group-page = 頁面
command-read = 閱讀文稿
command-edit = 編輯文稿
command-filter = 篩選目前的表格
command-article = 移至正文
command-tables = 移至表格
command-hide-all = 隱藏所有標示
command-show-all = 顯示所有標示
command-compare = 比較各篇文稿
command-sample = 開啟範例文稿
command-previous = 上一篇文稿
command-next = 下一篇文稿
command-close = 關閉目前的文稿
command-open = 開啟《{ $title }》
command-export-all = 匯出全部：{ $format }
command-export-table = 匯出「{ $table }」表：{ $format }
command-table = 表格：{ $kind }
help = 按鍵說明
help-commands = 指令
help-keys-off = 單鍵指令已在設定中關閉。
help-places = 表格與正文
help-rows = 表格中：上一列、下一列
help-inside-row = 一列之內：上一個、下一個按鈕
help-tabs = 分頁標籤上：上一張、下一張表格
help-highlights = 正文中：上一處、下一處標示
help-enter = 開啟所在的列或標示
help-escape = 關閉面板；從標示回到正文
settings = 設定
scheme = 外觀
scheme-auto = 跟隨系統
scheme-light = 淺色
scheme-dark = 深色
scheme-contrast = 高對比
setting-labels = 在標示處註明類別
setting-labels-note = 不靠顏色也能分辨；複製的文字裡沒有這些註記
setting-keys = 啟用單鍵指令
setting-keys-note = 例如按 ? 開啟按鍵說明；在文字欄位中不起作用
about = 關於要覽
about-version = 版本 { $version }
about-licence = MIT 或 Apache-2.0 授權
about-limits = 請注意
about-limits-text = 結果由規則與詞表自動得出，難免有誤；每一列都能回到原文核對。
privacy = 您的文稿只在本機
privacy-local = 分析全部在您的瀏覽器內進行，文稿與結果不會上傳。
privacy-network = 頁面載入後只向本站讀取自己的檔案（程式、詞典），此外不發出任何請求；瀏覽器的內容安全政策（CSP）強制執行這一點。
privacy-kept = 文稿、結果與設定保存在本機瀏覽器的儲存空間，清除網站資料即可全部刪除。
privacy-check = 可中斷網路連線後照常使用，自行驗證。
hint = 文字只在您的瀏覽器內分析，不會離開本機。
hint-more = 了解詳情
hint-dismiss = 知道了
library = 文庫
library-count = { $n } 篇
library-search = 搜尋全部文稿和表格
library-searching = 正在搜尋……
library-no-hits = 正文和表格裡沒有找到。
library-hits = 在 { $n } 篇文稿中找到：
library-analyze-all = 分析全部
library-analyze = 分析
library-compare = 對比
library-delete = 刪除
library-wipe = 全部清除
library-wipe-ask = 確定清除本頁在這個瀏覽器裡儲存的一切嗎？文稿、結果、標籤和設定都會刪除，無法恢復。
library-wiped = 已全部清除。
library-not-wiped = 瀏覽器沒有允許清除，請在瀏覽器設定中刪除本站資料。
library-deleted = 已刪除 { $n } 篇，一天內可以恢復。
library-progress = 正在分析 { $done } / { $total }，未成功 { $failed } 篇，{ $workers } 個並行
library-select-all = 全選
library-select = 選擇《{ $title }》
library-chosen = 對所選文稿
library-chosen-count = 已選 { $n } 篇
library-add-tags = 新增標籤，用空格分開
library-order = 排序
library-standing = 結果
library-tags = 標籤
library-any = 不限
library-name = 名稱
library-more = 《{ $title }》的名稱、標籤和刪除
library-figures = { $n } 個指標
library-empty = 文庫是空的。貼上、拖入或打開的文稿會自動儲存在這裡。
library-none = 沒有符合條件的文稿。
library-pages = 翻頁
library-before = 上一頁
library-after = 下一頁
library-page = 第 { $n } 頁，共 { $total } 頁
backup-save = 儲存備份
backup-restore = 從備份恢復
backup-saving = 正在儲存備份 { $done } / { $total }
backup-restoring = 正在恢復 { $done } / { $total }
backup-checking = 正在檢查備份檔案
backup-written = 備份已儲存。
backup-failed = 沒有存成備份：{ $reason }
backup-in-part = { $reason }其中 { $n } 篇文稿可以讀出。要恢復這些嗎？
backup-unread = 沒有恢復任何內容：{ $reason }
backup-read = 已恢復 { $n } 篇文稿；另有 { $there } 篇原來就在。
backup-copy = { $name }（來自備份）
backup-foreign = 這不是要覽的備份檔案。
backup-newer = 這個備份由更新版本的要覽產生，請先更新本頁。
backup-damaged = 備份檔案已損壞。
backup-cut = 備份檔案不完整。
library-undelete = 恢復剛才刪除的文稿
library-named = 名稱或標籤符合的文稿 { $n } 篇
library-open = 開啟
library-list = 儲存清單
library-reverse = 倒序
library-edit = 名稱、標籤和刪除
library-too-many = 一次最多開啟 { $n } 篇，其餘沒有開啟。
command-library = 開啟文庫
command-confirm = 確認選中的條目
command-edit-row = 修改選中的條目
command-reject = 拒絕選中的條目
command-add-row = 新增條目
library-slow = 分析用時太長，已放棄
library-stopped = 文庫的分析停止了：{ $reason }。可以稍後再試。
library-gone = 這篇文稿已不在文庫裡。
standing-waiting = 待分析
standing-outdated = 由舊版分析
standing-failed = 分析未成功
standing-current = 已分析
order-changed = 最近修改
order-created = 最近加入
order-title = 標題
order-source = 來源
order-day = 日期
order-length = 篇幅
## 匯出

export = 匯出
export-table = 本表：{ $table }
export-all = 全部結果
export-failed = 檔案沒有產生：{ $reason }
copy-table = 複製表格
copied = 表格已複製，可貼到 Excel 或 Word。
copy-refused = 瀏覽器不允許寫入剪貼簿；請改用匯出。
print = 列印或存為 PDF
format-csv = CSV
format-csv-zip = CSV（壓縮檔）
format-xlsx = Excel 活頁簿
format-json = JSON
format-markdown = Markdown
format-web-annotation = W3C Web Annotation
format-doccano = doccano
format-brat = brat
format-label-studio = Label Studio
