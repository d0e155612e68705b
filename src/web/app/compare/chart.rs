//! A series over time as an accessible line chart with its table behind it.

use super::save::Saveable;
use super::{Sheet, SheetsProps};
use crate::analysis::Status;
use crate::compare::MatrixRow;
use crate::locale::{t, t_with};
use crate::view::chart::{HEIGHT, LineChart, Point, WIDTH, line_chart};
use crate::view::value;
use crate::web::app::Event;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub row: MatrixRow,
    pub sheets: Vec<Sheet>,
    pub emit: Callback<Event>,
}

/// Results as filled, estimates as half, targets as hollow points; the table below says the same in words.
#[component]
pub fn Series(props: &Props) -> Html {
    let links = SheetsProps { sheets: props.sheets.clone(), emit: props.emit.clone() };
    let title = format!("{}{}", props.row.subject.clone().unwrap_or_default(), props.row.name);
    let Some(chart) = line_chart(&props.row, &props.sheets) else {
        return super::nothing("chart-none");
    };
    html! {
        <figure class="chart">
            <figcaption>{ title.clone() }<span class="minor">{ t_with("chart-unit", &[("unit", props.row.identity.unit.as_str().into())]) }</span></figcaption>
            <Saveable name={title.clone()}>{ drawing(&chart, &title, &links) }</Saveable>
            <details>
                <summary>{ t("chart-data") }</summary>
                <table class="grid">
                    <thead><tr><th scope="col">{ t("column-period") }</th><th scope="col">{ t("column-value") }</th><th scope="col">{ t("column-status") }</th><th scope="col">{ t("column-source") }</th></tr></thead>
                    <tbody>{ for chart.points.iter().map(|point| line(point, &links)) }</tbody>
                </table>
            </details>
        </figure>
    }
}

fn line(point: &Point, links: &SheetsProps) -> Html {
    let Some(figure) = links.figure(point.source) else { return html! {} };
    html! {
        <tr>
            <td>{ value::period(figure.start.as_deref(), figure.end.as_deref()) }</td>
            <td class="number">{ value::compact(figure) }</td>
            <td>{ value::status_label(point.status) }</td>
            <td>{ links.link(point.source, html! { { links.sheets[point.source.document].label.clone() } }) }</td>
        </tr>
    }
}

fn drawing(chart: &LineChart, title: &str, links: &SheetsProps) -> Html {
    let path: Vec<String> = chart.points.iter().map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect();
    html! {
        <svg class="chart-drawing" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={t_with("chart-label", &[("title", title.into())])}>
            { for chart.y_ticks.iter().map(|tick| html! {
                <g class="tick">
                    <line x1="84" x2={(WIDTH - 24.0).to_string()} y1={at(tick.at)} y2={at(tick.at)} />
                    <text x="76" y={at(tick.at + 4.0)} text-anchor="end">{ tick.label.clone() }</text>
                </g>
            }) }
            { for chart.x_ticks.iter().map(|tick| html! {
                <text class="tick" x={at(tick.at)} y={at(HEIGHT - 18.0)} text-anchor="middle">{ tick.label.clone() }</text>
            }) }
            <polyline class="series" points={path.join(" ")} fill="none" />
            { for chart.points.iter().map(|point| dot(point, links)) }
        </svg>
    }
}

fn dot(point: &Point, links: &SheetsProps) -> Html {
    let label = links.figure(point.source).map(|figure| {
        let period = value::period(figure.start.as_deref(), figure.end.as_deref());
        format!("{period} {} {}", value::status_label(point.status), value::compact(figure))
    });
    let radius = if point.status == Status::Actual { "4.5" } else { "5" };
    html! {
        <circle class={format!("dot dot-{}", value::status_slug(point.status))} cx={at(point.x)} cy={at(point.y)} r={radius}>
            <title>{ label.unwrap_or_default() }</title>
        </circle>
    }
}

fn at(position: f64) -> String {
    format!("{position:.1}")
}
