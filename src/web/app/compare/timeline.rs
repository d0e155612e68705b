//! Deadlines, targets and events on one axis, with the table behind it.

use super::save::Saveable;
use super::{SheetsProps, nothing};
use crate::compare::{TimelineEntry, TimelineKind, timeline};
use crate::locale::{t, t_with};
use crate::view::chart::{Axis, Mark, WIDTH, axis};
use crate::web::app::Event;
use yew::prelude::*;

/// Height of one stacked row, and of the axis with its labels below the rows.
const LANE: f64 = 14.0;
const FOOT: f64 = 40.0;

/// At most so many stacked rows are drawn; the table has them all.
const LANES: usize = 24;

/// The timeline.
#[component]
pub fn Timeline(props: &SheetsProps) -> Html {
    let entries = use_memo(props.sheets.clone(), |sheets| timeline(sheets));
    if entries.is_empty() {
        return nothing("timeline-none");
    }
    let layout = axis(&entries);
    html! {
        <>
            <figure class="chart">
                <figcaption>
                    { t("compare-timeline") }
                    { for [TimelineKind::Target, TimelineKind::Deadline, TimelineKind::Event].map(|kind| html! {
                        <span class={format!("key key-{}", slug(kind))}>{ label(kind) }</span>
                    }) }
                </figcaption>
                <Saveable name={t("compare-timeline")}>{ drawing(&entries, &layout) }</Saveable>
            </figure>
            <div class="grid-frame">
                <table class="grid">
                    <thead><tr><th scope="col">{ t("column-due") }</th><th scope="col">{ t("column-kind") }</th><th scope="col">{ t("column-content") }</th><th scope="col">{ t("column-document") }</th></tr></thead>
                    <tbody>{ for entries.iter().map(|entry| line(props, entry)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn drawing(entries: &[TimelineEntry], layout: &Axis) -> Html {
    let rows = layout.lanes.clamp(1, LANES) as f64;
    let (base, height) = (rows * LANE + 10.0, rows * LANE + FOOT);
    let shown = layout.marks.iter().filter(|mark| mark.lane < LANES);
    html! {
        <svg class="chart-drawing" viewBox={format!("0 0 {WIDTH} {height}")} role="img"
            aria-label={t_with("timeline-label", &[("n", entries.len().into())])}>
            <line class="axis" x1="0" x2={WIDTH.to_string()} y1={base.to_string()} y2={base.to_string()} />
            { for layout.ticks.iter().map(|tick| html! {
                <g class="tick">
                    <line x1={tick.at.to_string()} x2={tick.at.to_string()} y1="0" y2={(base + 6.0).to_string()} />
                    <text x={tick.at.to_string()} y={(base + 22.0).to_string()} text-anchor="middle">{ tick.label.clone() }</text>
                </g>
            }) }
            { for shown.map(|mark| dot(mark, &entries[mark.entry], base)) }
        </svg>
    }
}

fn dot(mark: &Mark, entry: &TimelineEntry, base: f64) -> Html {
    let y = base - 8.0 - mark.lane as f64 * LANE;
    html! {
        <circle class={format!("dot dot-{}", slug(entry.kind))} cx={format!("{:.1}", mark.x)} cy={format!("{y:.1}")} r="4.5">
            <title>{ format!("{} {}", entry.day, entry.label) }</title>
        </circle>
    }
}

fn line(props: &SheetsProps, entry: &TimelineEntry) -> Html {
    let onclick = props.sheets.get(entry.document).map(|sheet| {
        let (index, span) = (sheet.index, entry.span);
        props.emit.reform(move |_: MouseEvent| Event::SourceSpan(index, span))
    });
    html! {
        <tr>
            <td class="number">{ entry.day.clone() }</td>
            <td><span class={format!("key key-{}", slug(entry.kind))}>{ label(entry.kind) }</span></td>
            <td class="name"><button type="button" class="source-link" {onclick}>{ entry.label.clone() }</button></td>
            <td>{ props.mark(entry.document) }</td>
        </tr>
    }
}

const fn slug(kind: TimelineKind) -> &'static str {
    match kind {
        TimelineKind::Target => "target",
        TimelineKind::Deadline => "deadline",
        TimelineKind::Event => "event",
    }
}

fn label(kind: TimelineKind) -> String {
    t(match kind {
        TimelineKind::Target => "timeline-target",
        TimelineKind::Deadline => "timeline-deadline",
        TimelineKind::Event => "timeline-event",
    })
}
