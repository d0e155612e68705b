### 界面用语：简体中文。三个文件的条目与参数一致；条目按页面的部分排列。

app-mark = 要
app-name = 要览
app-tagline = 读懂公文与新闻：人物、机构、指标、任务一目了然
list-separator = 、
clause-separator = ；
labelled = { $label }：{ $words }
untitled = 未命名文稿
pasted-text = 粘贴的文稿
sample-text = 示例文稿
details = 详情
count-items = { $n } 项

## 页首

open-file = 打开文件
choose-files = 选择文件
choose-folder = 选择文件夹
open-folder = 文件夹
documents = 文稿
new-document = 新建文稿
close-document = 关闭《{ $title }》
mode = 阅读或编辑
mode-read = 阅读
mode-edit = 编辑
compare = 对比
compare-back = 返回文稿
language = 界面语言
drop-hint = 松开即可打开文稿

## 进度与提示

loading-dictionary = 正在载入词典 { $loaded }
loading-dictionary-of = 正在载入词典 { $loaded } / { $total }
building-dictionary = 正在准备词典
analyzing = 正在分析
no-dictionary = 词典没有下载成功（{ $reason }），暂时不能分析。已输入的文字不受影响。
retry = 重试
dismiss = 关闭提示
engine-stuck = 分析超过一分钟没有结果，已重新启动分析程序；文稿未受影响。
engine-crashed = 分析程序意外停止（{ $reason }），已重新启动；文稿未受影响。
copy-report = 复制报告
engine-gave-up = 分析程序多次意外停止
reason-unknown = 原因不明
unchanged = { $reason }；原有内容未改动。
emptied = { $reason }。
emptied-kept = { $reason }；仍显示上一次的分析结果。

## 输入的差错

input-empty = 内容为空，没有可分析的文字
input-too-large = 内容过大（{ $size } MB）；文字的上限为 2 MB（约 70 万字），文件的上限为 64 MB
input-too-much = 文字过多，上限为 2 MB（约 70 万字）；请分成几份
input-undecodable = 无法识别文字编码；支持 UTF-8、GB18030（GBK）、Big5、UTF-16，请转换后再试
input-damaged = { $what }已损坏或不完整，无法打开；请重新取得该文件
input-locked = { $what }设有密码，无法打开；请解除密码后再试
input-bomb = 解压后的内容异常庞大，可能是恶意文件，未打开
input-scanned = 这是扫描件，只有图像，没有文字层；请先用文字识别（OCR）软件转换
input-garbled = 这份 PDF 的字体没有字符对照表，文字无法还原；请先用文字识别（OCR）软件转换
input-old-word = 这是旧版 Word 文件（.doc），请用 Word 或 WPS 另存为 .docx 再打开
input-old-excel = 这是旧版 Excel 文件（.xls），请用 Excel 或 WPS 另存为 .xlsx 再打开
input-rtf = 这是 RTF 文件，请用 Word 或 WPS 另存为 .docx 再打开
input-image = 这是图片，不是文字；请先用文字识别（OCR）软件转换
input-slides = 这是演示文稿，请另存为 PDF，或复制文字后粘贴
input-archive = 这种压缩包打不开，请先解压；.zip 压缩包可以直接打开
input-program = 这是程序文件，不是文稿
input-pdf = 命令行不读 PDF，请在网页中打开，或先另存为文本
input-binary = 这是二进制文件，不是文稿
file-kind-pdf = PDF 文件
file-kind-word = Word 文件
file-kind-excel = Excel 文件
file-kind-slides = 演示文稿
file-kind-archive = 压缩包
file-kind-rtf = RTF 文件
file-kind-image = 图片
file-kind-program = 程序文件
file-kind-binary = 二进制文件

## 读取文件

cancel = 取消
import-progress = 正在读取 { $n } / { $total }：{ $name }
import-report = 文件读取结果
import-failures = { $n } 个文件未能读取，其余已打开：
import-failed = 《{ $name }》无法打开：{ $reason }
import-encoding-chosen = 《{ $name }》按所选编码读取：
import-encoding-guessed = 《{ $name }》的编码是推测的：
import-unreadable = 浏览器无法读取该文件（{ $reason }）
import-slow = 读取超过一分钟，已放弃
import-crashed = 读取程序意外停止
import-there = { $n ->
    [1] 《{ $name }》的文字已在文库中，没有重复保存
   *[other] 《{ $name }》等 { $n } 个文件的文字已在文库中，没有重复保存
}

## 输入

compose = 文稿内容
compose-welcome = 粘贴一篇文章，立即看清要点
compose-welcome-text = 规划、报告、会议报道、统计公报、任免通知、访谈都可以。全部在您的浏览器里分析，文字不会离开本机。
compose-text = 文稿全文
compose-placeholder = 在此粘贴或输入文章全文……
compose-hint = 粘贴、拖入文件或文件夹（txt、md、html、docx、xlsx、csv、pdf），或打开文件；停止输入后自动分析。
compose-count = { $n } 字，上限 2 MB
compose-sample = 看一篇示例

## 概要、图例、提纲

summary = 概要
summary-size = { $n } 字
summary-reporters = 记者 { $names }
summary-speed = 分析用时 { $n } 毫秒
summary-figures = 主要指标
summary-people = 主要人物
date-change = 更改日期
date-set = 设定日期
date-label = 按此日期推算“今年”“1月28日”等
legend = 高亮类别
legend-hide-all = 全部隐藏
legend-show-all = 全部显示
outline = 提纲
outline-count = 提纲（{ $n }）
panes = 切换原文与表格
pane-article = 原文
pane-tables = 表格
peek-open = 查看

## 各类内容

kind-person = 人物
kind-place = 地名
kind-organization = 机构
kind-facility = 设施项目
kind-event = 活动
kind-time = 时间
kind-indicator = 指标
kind-code = 提法
kind-programme = 规划行动
kind-quote = 言论
kind-task = 任务
kind-keyword = 关键词

comparator-equal = 等于
comparator-greater = 超过
comparator-at-least = 不低于
comparator-less = 低于
comparator-at-most = 不超过
comparator-about = 约
comparator-range = 区间
sign-about = 约

status-actual = 结果
status-estimate = 预计
status-target = 目标

figure-level = 总量
figure-change = 增减量
figure-growth = 增速
figure-share = 比重
figure-multiple = 倍数
figure-rank = 位次

tenure-current = 现任
tenure-past = 曾任
tenure-coming = 拟任

level-country = 国家
level-province = 省级
level-prefecture = 地级
level-county = 县级
level-township = 乡级
level-village = 村
level-other = 区域

organization-party = 党的机构
organization-government = 政府部门
organization-congress = 人大政协
organization-company = 企业
organization-education = 教育
organization-health = 医疗卫生
organization-research = 科研
organization-media = 媒体
organization-bank = 银行
organization-social = 社会团体
organization-other = 其他

quote-direct = 直接引语
quote-reported = 转述

doubt-name-missing = 名称未能确定
doubt-name-assumed = 名称为推定
doubt-period-assumed = 期间为推定
doubt-share = 比重超过100%
doubt-growth = 增长率异常
doubt-range = 数值超出常见范围

## 数与日期

number-scale-1 = { $n }万
number-scale-2 = { $n }亿
number-scale-3 = { $n }万亿
unit-points = 个百分点
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

tables = 提取结果
tables-tabs = 结果表
filter = 筛选
filter-kind = 筛选{ $kind }
count-all = 共 { $n } 条
count-some = { $n } / { $total } 条
none-in-text = 本文没有识别到这类内容。
none-in-filter = 没有符合筛选条件的内容。
why = 为什么
grouping = 分组
group-none = 不分组
group-subject = 按主体
group-period = 按期间
group-status = 按状态
group-heading = 按章节
group-owner = 按责任主体
group-deadline = 按期限
subject-missing = 主体未写明
period-missing = 期间未写明
heading-missing = 未归章节
owner-missing = 责任主体未写明
deadline-missing = 期限未写明
byline-staff = 采编人员

column-name = 名称
column-mentions = 提及
column-others = 其他写法
column-time = 时间
column-place = 地点
column-person = 姓名
column-posts = 职务
column-quotes = 言论
column-place-name = 地名
column-level = 级别
column-code = 区划代码
column-slogan = 提法
column-members = 内涵
column-complete = 齐全
column-value = 数值
column-period = 期间
column-status = 状态
column-baseline = 基期
column-subject = 主体
column-speaker = 发言者
column-words = 内容
column-manner = 方式
column-task = 任务
column-owner = 责任主体
column-deadline = 期限
column-written = 原文
column-meaning = 所指
column-start = 起
column-end = 止
column-keyword = 关键词
column-weight = 权重

code-complete = 完整
code-unlisted = 未列明
code-some = { $found }/{ $count }
code-glossary = 通用释义，非本文
time-unresolved = 无法推定
task-done = 已完成

card-posts = 职务
card-places = 出现位置
card-quotes = 言论
card-company = 同时出现
card-full = 全文
card-action = 动作与对象
card-indicators = 涉及指标
card-rule = 规则
card-value = 数值
card-derivation = 推导
card-doubts = 存疑
card-evidence = 依据
evidence-value = 数值：
evidence-name = 名称：
evidence-period = 期间：

graph = 人物、职务与机构关系图
graph-label = { $people } 人与 { $bodies } 个机构之间的职务关系

## 对比

comparison = 文稿对比
comparison-documents = 参与对比的文稿
comparison-parts = 对比内容
compare-matrix = 指标矩阵
compare-outcomes = 目标与结果
compare-timeline = 时间表
compare-phrases = 提法变化
compare-contradictions = 口径不一
date-unknown = 日期不详
matrix-none = 这些文稿里没有找到指标。
matrix-filter = 筛选指标
matrix-all = 包括词表以外的指标
matrix-count = { $n } / { $total } 项
matrix-no-period = 期间不明
matrix-chart = 折线图
outcomes-none = 这些文稿里没有带期限的目标。
outcome-reached = 已达到
outcome-missed = 未达到
outcome-open = 尚无当期结果
column-indicator = 指标
column-target = 目标
column-latest = 最近的结果
column-gap = 差距
column-verdict = 判断
column-figures = 各处数值
column-due = 截止
column-kind = 类别
column-content = 内容
column-document = 文稿
column-source = 出处
contradictions-none = 没有发现同一指标、同一主体、同一期间而数值不同的结果。
phrases-none = 至少打开两篇文稿才能比较提法的变化。
phrases-came = 新出现
phrases-stayed = 仍在用
phrases-went = 不再提
timeline-none = 这些文稿里没有带期限的目标、任务或活动。
timeline-label = 时间表：{ $n } 项，表格见下
timeline-target = 目标
timeline-deadline = 任务期限
timeline-event = 活动
chart-none = 不足两个有期间的数值，画不成折线。
chart-unit = 单位：{ $unit }
chart-data = 图中数据
chart-label = 折线图：{ $title }
save-svg = 存为 SVG
save-png = 存为 PNG

## 文库

link-text = 链接中的文稿
link-failed = 链接中的文稿没有打开：{ $reason }。
link-newer = 链接由更新的版本生成，请更新本页后再打开
link-damaged = 链接不完整或已损坏，请对方重新复制完整的链接
link-too-large = 链接里的内容过大
link-copied = 链接已复制。文稿就在链接里，不经过任何服务器；谁拿到链接，谁就能读到全文。
link-too-long = 这篇文稿太长，放不进链接；可以改用备份文件。
copy-link = 复制链接
own-copy = { $name }（本窗口的改动）
parted = 另一个窗口同时改了这篇文稿。两边都保留：本窗口的内容另存为《{ $name }》。
changed-elsewhere = 《{ $name }》已在另一个窗口修改，这里显示最新内容。
store-forbidden = 浏览器不允许本页保存数据：文稿只留在本页内存中，关闭前请先复制或备份。
store-full = 浏览器的存储空间已满，最近的内容没有存下，只留在本页内存中；请先备份，再删除一些文稿。

## 更正

correct-bar = 更正
correct-hint = 点选一处高亮或表格中的一行，即可确认、修改或拒绝；选中原文字句可标为某一类。
correct-confirm = 确认
correct-edit = 修改
correct-reject = 拒绝
correct-unmark = 仅此处不是
correct-add = 添加
correct-add-row = 添加
correct-menu = 更正“{ $words }”
correct-undo = 撤销更正
correct-redo = 重做更正
correct-list = 更正记录
correct-list-count = 更正记录 { $n }
correct-mark-as = “{ $words }”标为
correct-add-title = 添加{ $kind }
correct-edit-title = 修改{ $kind }：{ $words }
correct-words = 原文中的字句
correct-words-missing = 原文里没有这些字，请照原文填写。
correct-everywhere = 全文相同的字句都标上
correct-always = 记入词库，其他文稿也照此识别
correct-note = 备注
correct-save = 保存
correct-none = 还没有更正。点选一行后可以确认、修改或拒绝；被拒绝的条目也列在这里，可以恢复。
correct-delete = 取消这条更正
correct-delete-of = 取消这条更正：“{ $words }”
correct-never = 记入词库：不是名称
verdict-confirmed = 已确认
verdict-edited = 已修改
verdict-added = 自行添加
verdict-rejected = 已拒绝
correction-applied = 有效
correction-gone = 原文已改，依据不在
correction-overruled = 已被后来的更正取代
problem-missing = 请填写这一项
problem-too-long = 内容过长
problem-not-a-number = 请填数字，如 8.2 或 3.6万亿
problem-not-a-count = 请填整数
problem-not-a-day = 请填日期，如 2025-01-31
problem-not-a-division = 请填六位或九位区划代码
problem-not-a-choice = 请从列出的选项中选择
problem-end-before-start = 截止日期早于开始日期
problem-max-below-value = 上限小于下限
problem-range-without-max = 区间需要填写上限
field-posts = 职务（每行一个）
field-posts-hint = 不是现任的，在后面写 |past（曾任）或 |coming（拟任）
field-count = 项数
field-within = 上级区划
field-members = 内涵（每行一项）
field-max = 上限
field-unit = 单位
field-comparator = 比较
field-action = 动作
field-object = 对象
field-spans = 位置

## 词库

lexicon = 词库
lexicon-hint = 记在这里的名称会立即用于所有打开的文稿：分词不会拆开，按所选类别识别，别名归为一条。词库只保存在本机。
lexicon-search = 搜索词库
lexicon-aliases = 别名（用 | 分隔）
lexicon-add = 加入
lexicon-delete = 删除
lexicon-edit-of = 修改“{ $name }”
lexicon-delete-of = 删除“{ $name }”
lexicon-import = 导入
lexicon-export = 导出
lexicon-none = 词库还是空的。
lexicon-nothing = 不是名称
lexicon-learnt = 已记住“{ $name }”
lexicon-read = 已导入 { $n } 条
lexicon-too-short = 名称至少两个字
lexicon-not-kept = 浏览器不能保存词库，关闭页面后就没有了；请先导出。
lexicon-no-name = 第 { $line } 行没有名称，整个文件都没有导入
lexicon-unknown-kind = 第 { $line } 行的类别“{ $kind }”不存在，整个文件都没有导入
lexicon-unreadable = 第 { $line } 行无法读取，整个文件都没有导入
lexicon-too-many = 超过 { $n } 条，没有导入

## The installed page

update-found = 有新版本，已在后台下载好。
update-apply = 更新
installed-kept = 网页已保存在本机，断网也能用。
installed-remove = 从本机移除
installed-removed = 网页已从本机移除；下次访问会重新下载。
share-too-large = 分享的内容过大（上限 64 MB），没有打开；原有内容未改动。
share-failed = 没能接收分享的内容；原有内容未改动。

## 按键、命令、设置、说明

close = 关闭
skip = 跳转
skip-main = 跳到正文
skip-tables = 跳到表格
analyzed = 分析完成，共找到 { $n } 条内容
article = 文章全文
show-more = 显示更多
palette = 命令面板
palette-placeholder = 输入命令、文稿或表格的名称……
palette-list = 命令
palette-none = 没有相符的命令。
group-view = 视图
group-documents = 文稿
group-tables = 表格
group-page = 页面
command-read = 阅读文稿
command-edit = 编辑文稿
command-filter = 筛选当前表格
command-article = 转到正文
command-tables = 转到表格
command-hide-all = 隐藏全部高亮
command-show-all = 显示全部高亮
command-compare = 对比各篇文稿
command-sample = 打开示例文稿
command-previous = 上一篇文稿
command-next = 下一篇文稿
command-close = 关闭当前文稿
command-open = 打开《{ $title }》
command-export-all = 导出全部：{ $format }
command-export-table = 导出“{ $table }”表：{ $format }
command-table = 表格：{ $kind }
help = 按键说明
help-commands = 命令
help-keys-off = 单键命令已在设置中关闭。
help-places = 表格与正文
help-rows = 表格中：上一行、下一行
help-inside-row = 一行之内：上一个、下一个按钮
help-tabs = 标签上：上一张、下一张表格
help-highlights = 正文中：上一处、下一处高亮
help-enter = 打开所在的行或高亮
help-escape = 关闭面板；从高亮回到正文
settings = 设置
scheme = 外观
scheme-auto = 跟随系统
scheme-light = 浅色
scheme-dark = 深色
scheme-contrast = 高对比度
setting-labels = 高亮处标出类别
setting-labels-note = 不靠颜色也能分辨；复制的文字里没有这些标注
setting-keys = 启用单键命令
setting-keys-note = 例如按 ? 打开按键说明；在文本框中不起作用
about = 关于要览
about-version = 版本 { $version }
about-licence = MIT 或 Apache-2.0 许可
about-limits = 请注意
about-limits-text = 结果由规则和词表自动得出，难免有误；每一行都能回到原文核对。
privacy = 您的文稿只在本机
privacy-local = 分析全部在您的浏览器里进行，文稿和结果不会上传。
privacy-network = 页面载入后只向本站读取自己的文件（程序、词典），此外不发出任何请求；浏览器的内容安全策略（CSP）强制执行这一点。
privacy-kept = 文稿、结果和设置保存在本机浏览器的存储里，清除网站数据即可全部删除。
privacy-check = 可以断开网络后照常使用，自行验证。
hint = 文字只在您的浏览器里分析，不会离开本机。
hint-more = 了解详情
hint-dismiss = 知道了
library = 文库
library-count = { $n } 篇
library-search = 搜索全部文稿和表格
library-searching = 正在搜索……
library-no-hits = 正文和表格里没有找到。
library-hits = 在 { $n } 篇文稿中找到：
library-analyze-all = 分析全部
library-analyze = 分析
library-compare = 对比
library-delete = 删除
library-wipe = 全部清除
library-wipe-ask = 确定清除本页在这个浏览器里保存的一切吗？文稿、结果、标签和设置都会删除，无法恢复。
library-wiped = 已全部清除。
library-not-wiped = 浏览器没有允许清除，请在浏览器设置中删除本站数据。
library-deleted = 已删除 { $n } 篇，一天内可以恢复。
library-progress = 正在分析 { $done } / { $total }，未成功 { $failed } 篇，{ $workers } 个并行
library-select-all = 全选
library-select = 选择《{ $title }》
library-chosen = 对所选文稿
library-chosen-count = 已选 { $n } 篇
library-add-tags = 添加标签，用空格分开
library-order = 排序
library-standing = 结果
library-tags = 标签
library-any = 不限
library-name = 名称
library-more = 《{ $title }》的名称、标签和删除
library-figures = { $n } 个指标
library-empty = 文库是空的。粘贴、拖入或打开的文稿会自动保存在这里。
library-none = 没有符合条件的文稿。
library-pages = 翻页
library-before = 上一页
library-after = 下一页
library-page = 第 { $n } 页，共 { $total } 页
backup-save = 保存备份
backup-restore = 从备份恢复
backup-saving = 正在保存备份 { $done } / { $total }
backup-restoring = 正在恢复 { $done } / { $total }
backup-checking = 正在检查备份文件
backup-written = 备份已保存。
backup-failed = 没有存成备份：{ $reason }
backup-in-part = { $reason }其中 { $n } 篇文稿可以读出。要恢复这些吗？
backup-unread = 没有恢复任何内容：{ $reason }
backup-read = 已恢复 { $n } 篇文稿；另有 { $there } 篇原来就在。
backup-copy = { $name }（来自备份）
backup-foreign = 这不是要览的备份文件。
backup-newer = 这个备份由更新版本的要览生成，请先更新本页。
backup-damaged = 备份文件已损坏。
backup-cut = 备份文件不完整。
library-undelete = 恢复刚才删除的文稿
library-named = 名称或标签符合的文稿 { $n } 篇
library-open = 打开
library-list = 保存清单
library-reverse = 倒序
library-edit = 名称、标签和删除
library-too-many = 一次最多打开 { $n } 篇，其余没有打开。
command-library = 打开文库
command-confirm = 确认选中的条目
command-edit-row = 修改选中的条目
command-reject = 拒绝选中的条目
command-add-row = 添加条目
library-slow = 分析用时太长，已放弃
library-stopped = 文库的分析停止了：{ $reason }。可以稍后再试。
library-gone = 这篇文稿已不在文库里。
standing-waiting = 待分析
standing-outdated = 由旧版分析
standing-failed = 分析未成功
standing-current = 已分析
order-changed = 最近修改
order-created = 最近加入
order-title = 标题
order-source = 来源
order-day = 日期
order-length = 篇幅
## 导出

export = 导出
export-table = 本表：{ $table }
export-all = 全部结果
export-failed = 文件没有生成：{ $reason }
copy-table = 复制表格
copied = 表格已复制，可粘贴到 Excel 或 Word。
copy-refused = 浏览器不允许写入剪贴板；请改用导出。
print = 打印或存为 PDF
format-csv = CSV
format-csv-zip = CSV（压缩包）
format-xlsx = Excel 工作簿
format-json = JSON
format-markdown = Markdown
format-web-annotation = W3C Web Annotation
format-doccano = doccano
format-brat = brat
format-label-studio = Label Studio
