//! Deadlines, targets and events on one axis, with the table behind it.

use super::save::Saveable;
use super::{SheetsProps, nothing};
use crate::compare::{TimelineEntry, TimelineKind, timeline};
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
        return nothing("这些文稿里没有带期限的目标、任务或活动。");
    }
    let layout = axis(&entries);
    html! {
        <>
            <figure class="chart">
                <figcaption>
                    { "时间表" }
                    { for [TimelineKind::Target, TimelineKind::Deadline, TimelineKind::Event].map(|kind| html! {
                        <span class={format!("key key-{}", slug(kind))}>{ label(kind) }</span>
                    }) }
                </figcaption>
                <Saveable name="时间表">{ drawing(&entries, &layout) }</Saveable>
            </figure>
            <div class="grid-frame">
                <table class="grid">
                    <thead><tr><th scope="col">{ "截止" }</th><th scope="col">{ "类别" }</th><th scope="col">{ "内容" }</th><th scope="col">{ "文稿" }</th></tr></thead>
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
            aria-label={format!("时间表：{} 项，表格见下", entries.len())}>
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

const fn label(kind: TimelineKind) -> &'static str {
    match kind {
        TimelineKind::Target => "目标",
        TimelineKind::Deadline => "任务期限",
        TimelineKind::Event => "活动",
    }
}
