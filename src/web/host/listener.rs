//! Event listeners, observers and frame requests that end when they are dropped.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, ResizeObserver};

use super::panic;

/// A listener on an event target, removed on drop.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
    captures: bool,
}

impl Listener {
    /// Calls `react` at every `event` of `target`, unless the module has panicked.
    pub fn new(
        target: &EventTarget,
        event: &'static str,
        mut react: impl FnMut(Event) + 'static,
    ) -> Listener {
        let guarded = move |event: Event| {
            if !panic::happened() {
                react(event);
            }
        };
        let closure = Closure::wrap(Box::new(guarded) as Box<dyn FnMut(Event)>);
        let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Listener { target: target.clone(), event, closure, captures: false }
    }

    /// The same for events that do not bubble, heard on their way down.
    pub fn capturing(
        target: &EventTarget,
        event: &'static str,
        react: impl FnMut(Event) + 'static,
    ) -> Listener {
        let mut listener = Listener::new(target, event, react);
        let callback: &Function = listener.closure.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback(event, callback);
        let _ = target.add_event_listener_with_callback_and_bool(event, callback, true);
        listener.captures = true;
        listener
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback: &Function = self.closure.as_ref().unchecked_ref();
        let captures = self.captures;
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, callback, captures);
    }
}

/// A watch on an element's size, ended on drop.
pub struct SizeWatch {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Array)>,
}

impl SizeWatch {
    /// Calls `react` when the size of `element` changes; `None` where the browser has no `ResizeObserver`.
    pub fn new(element: &web_sys::Element, mut react: impl FnMut() + 'static) -> Option<SizeWatch> {
        let guarded = move |_: Array| {
            if !panic::happened() {
                react();
            }
        };
        let closure = Closure::wrap(Box::new(guarded) as Box<dyn FnMut(Array)>);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
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
    cancelled: Rc<Cell<bool>>,
}

impl AfterPaint {
    /// Calls `react` once, after the next paint; at once in a hidden tab, where no frame comes.
    pub fn new(react: impl FnOnce() + 'static) -> AfterPaint {
        let cancelled = Rc::new(Cell::new(false));
        let is_cancelled = cancelled.clone();
        let mut react = Some(react);
        let late = Closure::once_into_js(move || {
            if let (Some(react), false, false) = (react.take(), is_cancelled.get(), panic::happened()) {
                react();
            }
        });
        let later = move || {
            if let Some(window) = web_sys::window() {
                let _ = window.set_timeout_with_callback(late.unchecked_ref());
            }
        };
        // A task that a frame's callback queues runs after that frame's paint.
        let frame = if crate::web::platform::dom::document().hidden() {
            later();
            None
        } else {
            FrameRequest::new(later)
        };
        AfterPaint { _frame: frame, cancelled }
    }
}

impl Drop for AfterPaint {
    fn drop(&mut self) {
        self.cancelled.set(true);
    }
}

/// Something to be done after a while, forgotten on drop.
pub struct Timeout {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls `react` once, after so many milliseconds.
    pub fn new(after_in_ms: i32, react: impl FnOnce() + 'static) -> Option<Timeout> {
        let mut react = Some(react);
        let guarded = move || {
            if let (Some(react), false) = (react.take(), panic::happened()) {
                react();
            }
        };
        let closure = Closure::wrap(Box::new(guarded) as Box<dyn FnMut()>);
        let callback = closure.as_ref().unchecked_ref();
        let window = web_sys::window()?;
        let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, after_in_ms).ok()?;
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
    pub fn new(react: impl FnOnce() + 'static) -> Option<FrameRequest> {
        let mut react = Some(react);
        let guarded = move |_: JsValue| {
            if let (Some(react), false) = (react.take(), panic::happened()) {
                react();
            }
        };
        let closure = Closure::wrap(Box::new(guarded) as Box<dyn FnMut(JsValue)>);
        let id = web_sys::window()?.request_animation_frame(closure.as_ref().unchecked_ref()).ok()?;
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
