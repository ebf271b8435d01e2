//! Event listeners, observers and frame requests that end when they are dropped.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, ResizeObserver};

use super::page::Page;

/// A listener on an event target, removed on drop.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Function,
    captures: bool,
    _closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `react` at every `event` of `target`.
    pub fn new(
        page: &Page,
        target: &EventTarget,
        event: &'static str,
        react: impl FnMut(Event) + 'static,
    ) -> Listener {
        Listener::of(page, target, event, Closure::wrap(Box::new(react) as Box<dyn FnMut(Event)>), false)
    }

    /// The same for events that do not bubble, heard on their way down.
    pub fn capturing(
        page: &Page,
        target: &EventTarget,
        event: &'static str,
        react: impl FnMut(Event) + 'static,
    ) -> Listener {
        Listener::of(page, target, event, Closure::wrap(Box::new(react) as Box<dyn FnMut(Event)>), true)
    }

    fn of(
        page: &Page,
        target: &EventTarget,
        event: &'static str,
        closure: Closure<dyn FnMut(Event)>,
        captures: bool,
    ) -> Listener {
        let callback = page.guard(closure.as_ref());
        let _ = target.add_event_listener_with_callback_and_bool(event, &callback, captures);
        Listener { target: target.clone(), event, callback, captures, _closure: closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            &self.callback,
            self.captures,
        );
    }
}

/// A watch on an element's size, ended on drop.
pub struct SizeWatch {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Array)>,
}

impl SizeWatch {
    /// Calls `react` when the size of `element` changes; `None` where the browser has no `ResizeObserver`.
    pub fn new(
        page: &Page,
        element: &web_sys::Element,
        mut react: impl FnMut() + 'static,
    ) -> Option<SizeWatch> {
        let closure = Closure::wrap(Box::new(move |_: Array| react()) as Box<dyn FnMut(Array)>);
        let observer = ResizeObserver::new(&page.guard(closure.as_ref())).ok()?;
        // Only this box also changes with the pixel ratio, as on the way to another screen; Safari does not have it.
        let options = Object::new();
        let _ = Reflect::set(&options, &"box".into(), &"device-pixel-content-box".into());
        let observe = Reflect::get(&observer, &"observe".into()).ok()?.dyn_into::<Function>().ok()?;
        if observe.call2(&observer, element, &options).is_err() {
            observer.observe(element);
        }
        Some(SizeWatch { observer, _closure: closure })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Something to be done once the next frame is painted, forgotten on drop.
pub struct AfterPaint {
    _frame: Option<FrameRequest>,
    _task: Rc<Cell<Option<Timeout>>>,
}

impl AfterPaint {
    /// Calls `react` once, after the next paint; at once in a hidden tab, where no frame comes.
    pub fn new(page: &Page, react: impl FnOnce() + 'static) -> AfterPaint {
        let task = Rc::new(Cell::new(None));
        let (slot, own_page) = (task.clone(), page.clone());
        let later = move || slot.set(Timeout::new(&own_page, 0, react));
        // A task that a frame's callback queues runs after that frame's paint.
        let frame = if crate::web::platform::dom::document().hidden() {
            later();
            None
        } else {
            FrameRequest::new(page, later)
        };
        AfterPaint { _frame: frame, _task: task }
    }
}

/// Something to be done after a while, forgotten on drop.
pub struct Timeout {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls `react` once, after so many milliseconds.
    pub fn new(page: &Page, after_in_ms: i32, react: impl FnOnce() + 'static) -> Option<Timeout> {
        let mut react = Some(react);
        let once = move || {
            if let Some(react) = react.take() {
                react();
            }
        };
        let closure = Closure::wrap(Box::new(once) as Box<dyn FnMut()>);
        let callback = page.guard(closure.as_ref());
        let window = web_sys::window()?;
        let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(&callback, after_in_ms).ok()?;
        Some(Timeout { id, _closure: closure })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// A request for the next animation frame, cancelled on drop.
pub struct FrameRequest {
    id: i32,
    _closure: Closure<dyn FnMut(JsValue)>,
}

impl FrameRequest {
    /// Calls `react` once, before the next paint.
    pub fn new(page: &Page, react: impl FnOnce() + 'static) -> Option<FrameRequest> {
        let mut react = Some(react);
        let once = move |_: JsValue| {
            if let Some(react) = react.take() {
                react();
            }
        };
        let closure = Closure::wrap(Box::new(once) as Box<dyn FnMut(JsValue)>);
        let id = web_sys::window()?.request_animation_frame(&page.guard(closure.as_ref())).ok()?;
        Some(FrameRequest { id, _closure: closure })
    }
}

impl Drop for FrameRequest {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.cancel_animation_frame(self.id);
        }
    }
}
