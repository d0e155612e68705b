//! All documents against each other: matrix, targets and results, timeline, phrases, contradictions.

mod chart;
mod contradictions;
mod matrix;
mod outcomes;
mod phrases;
mod save;
mod timeline;

use super::Event;
use super::state::{Document, Reading};
use crate::Analysis;
use crate::compare::Source;
use crate::locale::t;
use crate::view::kind::Kind;
use crate::view::marks::Row;
use yew::prelude::*;

impl AsRef<Analysis> for Reading {
    fn as_ref(&self) -> &Analysis {
        &self.analysis
    }
}

/// A document that has been analysed.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// Its position in the workspace.
    pub index: usize,
    /// What the list of documents calls it.
    pub label: AttrValue,
    pub reading: Reading,
}

impl AsRef<Analysis> for Sheet {
    fn as_ref(&self) -> &Analysis {
        &self.reading.analysis
    }
}

/// What every view below gets.
#[derive(Properties, PartialEq, Clone)]
pub struct SheetsProps {
    pub sheets: Vec<Sheet>,
    pub emit: Callback<Event>,
}

impl SheetsProps {
    /// A button that leads to a figure in its document.
    fn link(&self, source: Source, label: Html) -> Html {
        self.row_link(source.document, Row { kind: Kind::Indicator, index: source.indicator }, label)
    }

    /// A button that leads to a row of a document.
    fn row_link(&self, sheet: usize, row: Row, label: Html) -> Html {
        let Some(sheet) = self.sheets.get(sheet) else { return label };
        let index = sheet.index;
        let onclick = self.emit.reform(move |_: MouseEvent| Event::Source(index, row));
        html! { <button type="button" class="source-link" title={sheet.label.clone()} {onclick}>{ label }</button> }
    }

    /// The figure at `source`.
    fn figure(&self, source: Source) -> Option<&crate::analysis::Indicator> {
        self.sheets.get(source.document)?.reading.analysis.indicators.get(source.indicator)
    }

    /// 甲、乙、丙 … as short marks of the documents.
    fn mark(&self, sheet: usize) -> Html {
        let label = self.sheets.get(sheet).map(|sheet| sheet.label.clone()).unwrap_or_default();
        html! { <abbr class="sheet-mark" title={label}>{ sheet + 1 }</abbr> }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub documents: Vec<Document>,
    pub emit: Callback<Event>,
}

/// The parts of the comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Matrix,
    Outcomes,
    Timeline,
    Phrases,
    Contradictions,
}

impl Part {
    const ALL: [(Part, &'static str, &'static str); 5] = [
        (Part::Matrix, "matrix", "compare-matrix"),
        (Part::Outcomes, "outcomes", "compare-outcomes"),
        (Part::Timeline, "timeline", "compare-timeline"),
        (Part::Phrases, "phrases", "compare-phrases"),
        (Part::Contradictions, "contradictions", "compare-contradictions"),
    ];
}

/// The comparison of all analysed documents.
#[component]
pub fn Compare(props: &Props) -> Html {
    let part = use_state(|| Part::Matrix);
    let sheets: Vec<Sheet> = props
        .documents
        .iter()
        .enumerate()
        .filter_map(|(index, document)| {
            let reading = document.reading.clone()?;
            Some(Sheet { index, label: document.label().to_owned().into(), reading })
        })
        .collect();
    let tab = |(own, slug, label): (Part, &'static str, &'static str)| {
        let part = part.clone();
        let open = own == *part;
        let onclick = Callback::from(move |_: MouseEvent| part.set(own));
        html! {
            <button type="button" class="tab" role="tab" id={format!("compare-{slug}")} aria-controls="compare-panel"
                aria-selected={open.to_string()} {onclick}>{ t(label) }</button>
        }
    };
    let slug = Part::ALL.iter().find(|(own, ..)| own == &*part).map_or("", |(_, slug, _)| slug);
    let inner = SheetsProps { sheets: sheets.clone(), emit: props.emit.clone() };
    html! {
        <section class="compare" aria-label={t("comparison")}>
            <ol class="sheets" aria-label={t("comparison-documents")}>
                { for sheets.iter().enumerate().map(|(at, sheet)| sheet_line(at, sheet)) }
            </ol>
            <div class="tabs" role="tablist" aria-label={t("comparison-parts")}>{ for Part::ALL.into_iter().map(tab) }</div>
            <div id="compare-panel" class="panel compare-panel" role="tabpanel" aria-labelledby={format!("compare-{slug}")}
                data-part={slug}>
                { match *part {
                    Part::Matrix => html! { <matrix::MatrixView ..inner /> },
                    Part::Outcomes => html! { <outcomes::Outcomes ..inner /> },
                    Part::Timeline => html! { <timeline::Timeline ..inner /> },
                    Part::Phrases => html! { <phrases::Phrases ..inner /> },
                    Part::Contradictions => html! { <contradictions::Contradictions ..inner /> },
                } }
            </div>
        </section>
    }
}

fn sheet_line(at: usize, sheet: &Sheet) -> Html {
    let published = sheet.reading.analysis.document.published.clone().unwrap_or_else(|| t("date-unknown"));
    html! {
        <li><span class="sheet-mark">{ at + 1 }</span>{ sheet.label.clone() }<span class="sheet-date">{ published }</span></li>
    }
}

/// What a view says where there is nothing to show: the message `key`.
fn nothing(key: &'static str) -> Html {
    html! { <p class="nothing">{ t(key) }</p> }
}
