//! Web pages: the main text with title, source, date and by-line. Nothing is run, nothing is fetched: a page is
//! only read.

mod depth;
mod header;
mod layout;

use super::encoding::{self, Decoded};
use super::{InputError, LIMIT};
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use encoding_rs::Encoding;

/// A page with more elements than this is not searched for its main text: it is taken whole.
const ELEMENTS: usize = 60_000;
/// The share (in percent) of a page that the main text has where the page holds little else.
const NEARLY_ALL: usize = 75;
/// A main text shorter than this was not found.
const SHORT: usize = 60;
/// The largest page that is read.
const PAGE: usize = 8 * LIMIT;
/// Where a page names its encoding.
const HEAD: usize = 2048;

/// Reads a saved page: in the encoding that it names, else in the one that it is found to be in.
///
/// # Errors
/// Where no encoding fits, or it is too large.
pub fn decode(bytes: &[u8]) -> Result<Decoded, InputError> {
    if bytes.len() > PAGE {
        return Err(InputError::TooLarge(bytes.len()));
    }
    let named = declared(bytes).filter(|_| Encoding::for_bom(bytes).is_none());
    if let Some(encoding) = named {
        let (text, encoding, broken) = encoding.decode(bytes);
        if !broken {
            return Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: false });
        }
    }
    encoding::detected(bytes)
}

/// The encoding that the first bytes of a page name.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let label: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_'))
        .collect();
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// Whether a text is the source of a page.
pub fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(20).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| start.starts_with(mark))
}

/// The main text of the page `source`.
pub fn read(source: &str) -> String {
    let source = &*depth::bounded(source);
    let page = Document::from(source);
    let body = page.body().map(|body| layout::lines(&body)).unwrap_or_default();
    let count = |lines: &[String]| lines.iter().map(|line| line.chars().count()).sum::<usize>();
    let (whole, main) = (count(&body), main(source, &page));
    let found = count(&main.lines);
    let lines = if found < SHORT || found * 100 >= whole * NEARLY_ALL {
        header::with_title(header::title(&page).filter(|_| found < SHORT || whole > found), body)
    } else {
        header::around(&page, &main.title, &body, main.lines)
    };
    lines.join("\n")
}

/// The text of a piece of a page, as the clipboard holds it.
pub fn read_fragment(source: &str) -> String {
    layout::lines(&Document::from(&*depth::bounded(source)).root()).join("\n")
}

#[derive(Default)]
struct Main {
    title: String,
    lines: Vec<String>,
}

/// The main text as the reading view of a browser would find it.
fn main(source: &str, page: &Document) -> Main {
    if page.tree.len() > ELEMENTS {
        return Main::default();
    }
    let config = Config { disable_json_ld: true, char_threshold: 100, ..Config::default() };
    let article = Readability::new(source, None, Some(config)).and_then(|mut page| page.parse());
    let Ok(article) = article else { return Main::default() };
    let lines = layout::lines(&Document::from(article.content).root());
    Main { title: article.title.trim().to_owned(), lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>全市经济工作会议召开_云州市人民政府</title>
        <meta name="ArticleTitle" content="全市经济工作会议召开"><meta name="PubDate" content="2024-01-05 09:30">
        <script>document.write("脚本")</script><style>p{color:red}</style></head><body onload="alert(1)">
        <nav><ul><li><a href="/">首页</a></li><li><a href="/news">新闻中心</a></li><li><a href="/x">政务公开</a></li></ul></nav>
        <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/n">要闻</a></div>
        <div class="article"><h1>全市经济工作会议召开</h1>
        <div class="info"><span>来源：云州日报</span> <span>发布时间：2024-01-05</span> <span>记者 林晓</span></div>
        <div class="content"><p>1月4日，全市经济工作会议召开。市委书记林若川出席并讲话，市长沈怀舟主持会议。会议强调，要坚持稳中求进，扎实推进高质量发展。</p>
        <p>会议指出，2023年全市地区生产总值达3812.6亿元，同比增长6.3%，一般公共预算收入增长8.1%，城镇新增就业5.2万人。</p>
        <table><tr><th>指标</th><th>2023年</th></tr><tr><td>粮食产量（万吨）</td><td>12.5</td></tr></table>
        <p>会议要求，各级各部门要压实责任，加强督查，确保全年目标任务圆满完成，为全面建设现代化贡献力量。</p>
        <img src="https://example.org/pixel.png" onerror="alert(2)"><iframe src="https://example.org/"></iframe></div>
        <p class="editor">责任编辑：何文</p></div>
        <div class="share">分享到：<a href="https://example.org/w">微博</a><a href="https://example.org/q">微信</a></div>
        <footer>版权所有 云州市人民政府 备案号 123456 联系我们 网站地图 主办单位 技术支持 访问量 统计 无障碍浏览</footer></body></html>"#;

    #[test]
    fn the_main_text_is_found_with_its_header_and_tables() {
        let text = read(PAGE);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "全市经济工作会议召开", "{text}");
        assert!(
            lines[1].contains("来源：云州日报") && lines[1].contains("2024-01-05") && lines[1].contains("记者 林晓"),
            "{text}"
        );
        assert!(text.contains("1月4日，全市经济工作会议召开。"));
        assert!(text.contains("指标\t2023年\n粮食产量（万吨）\t12.5"), "{text}");
        assert!(text.contains("责任编辑：何文"), "{text}");
        for gone in ["脚本", "color", "alert", "首页", "分享到", "版权所有"] {
            assert!(!text.contains(gone), "{gone}: {text}");
        }
    }

    #[test]
    fn a_page_of_text_alone_is_taken_whole() {
        let text = read(
            "<html><body><p>第一段<br>第二行</p><div>第三<b>段</b></div><ul><li>甲</li><li>乙</li></ul></body></html>",
        );
        assert_eq!(text, "第一段\n第二行\n第三段\n甲\n乙");
    }

    #[test]
    fn hostile_pages_are_read_in_bounded_time() {
        let deep = format!("{}深{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
        assert_eq!(read(&deep), "深");
        let tables = format!("{}内{}", "<table><tr><td>".repeat(3000), "</td></tr></table>".repeat(3000));
        assert!(read(&tables).contains('内'));
        assert!(read("<table><tr><td colspan=99999999 rowspan=99999999>宽").contains('宽'));
    }

    #[test]
    fn the_encoding_that_a_page_names_is_taken() {
        let page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><body>云州市经济</body></html>";
        let decoded = decode(&GB18030.encode(page).0).unwrap();
        assert!(decoded.text.contains("云州市经济") && !decoded.guessed);
        // It may name a wrong one.
        let decoded = decode(page.as_bytes()).unwrap();
        assert!(decoded.text.contains("云州市经济"), "{}", decoded.text);
    }

    #[test]
    fn pieces_of_pages_keep_their_tables() {
        let piece = "<meta charset='utf-8'><table><tr><td>指标<td>值<tr><td>粮食<td>12.5</table><p>后&nbsp;段";
        assert_eq!(read_fragment(piece), "指标\t值\n粮食\t12.5\n后 段");
    }
}
