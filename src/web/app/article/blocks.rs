//! The blocks of an article, drawn piece by piece.

use super::paragraph::Paragraph;
use super::progress::Progress;
use crate::view::kind::Kind;
use crate::web::app::Event;
use crate::web::app::state::Reading;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds between two pieces: time for the browser to draw and to answer.
const PAUSE: u32 = 12;

#[derive(Properties, PartialEq)]
pub struct BlocksProps {
    pub reading: Reading,
    pub emit: Callback<Event>,
}

/// All blocks; without highlights first, where there are many.
#[component]
pub fn Blocks(props: &BlocksProps) -> Html {
    let reading = &props.reading;
    let kept = use_mut_ref(|| Progress::start(reading));
    let redraw = use_force_update();
    {
        let mut progress = kept.borrow_mut();
        if progress.reading != *reading {
            *progress = progress.renewed(reading);
        }
    }
    let progress = kept.borrow().clone();
    use_effect_with((reading.clone(), progress.upto), {
        let emit = props.emit.clone();
        let done = progress.is_done();
        move |_| {
            let timer = (!done).then(|| {
                Timeout::new(PAUSE, move || {
                    let mut progress = kept.borrow_mut();
                    progress.go_on();
                    let done = progress.is_done();
                    drop(progress);
                    redraw.force_update();
                    if done {
                        emit.emit(Event::Drawn);
                    }
                })
            });
            move || drop(timer)
        }
    });
    let labels = use_memo((), |()| Kind::ALL.map(|kind| AttrValue::from(kind.label())));
    let block = |index: usize| {
        let labels = labels.clone();
        html! { <Paragraph key={index} {index} source={progress.source(index)} words={reading.clone()} {labels} /> }
    };
    html! { <>{ for (0..reading.blocks.len()).map(block) }</> }
}
