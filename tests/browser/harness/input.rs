//! A reader's hands: keys, pointer, finger, as the browser's own input.

use serde_json::{Value, json};

use super::reader::{Reader, answer_of};

/// A key without a letter, by W3C WebDriver's code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Tab,
    BackTab,
    Enter,
    Escape,
    Space,
    Left,
    Right,
    Up,
    Down,
    Home,
    Backspace,
    End,
    PageUp,
    PageDown,
}

impl Key {
    fn code(self) -> &'static str {
        match self {
            Self::Tab | Self::BackTab => "\u{E004}",
            Self::Enter => "\u{E007}",
            Self::Escape => "\u{E00C}",
            Self::Space => " ",
            Self::Left => "\u{E012}",
            Self::Up => "\u{E013}",
            Self::Right => "\u{E014}",
            Self::Down => "\u{E015}",
            Self::End => "\u{E010}",
            Self::Home => "\u{E011}",
            Self::Backspace => "\u{E003}",
            Self::PageUp => "\u{E00E}",
            Self::PageDown => "\u{E00F}",
        }
    }
}

const SHIFT: &str = "\u{E008}";
const CONTROL: &str = "\u{E009}";

impl Reader {
    /// Presses and releases a key where the focus is.
    pub fn press(&self, key: Key) {
        let mut steps = vec![json!({ "type": "keyDown", "value": key.code() })];
        steps.push(json!({ "type": "keyUp", "value": key.code() }));
        if key == Key::BackTab {
            steps.insert(0, json!({ "type": "keyDown", "value": SHIFT }));
            steps.push(json!({ "type": "keyUp", "value": SHIFT }));
        }
        self.perform(json!({ "type": "key", "id": "keyboard", "actions": steps }));
    }

    /// Pastes what the browser's own clipboard holds where the focus is.
    pub fn paste(&self) {
        let step = |kind, key| json!({ "type": kind, "value": key });
        let steps =
            [step("keyDown", CONTROL), step("keyDown", "v"), step("keyUp", "v"), step("keyUp", CONTROL)];
        self.perform(json!({ "type": "key", "id": "keyboard", "actions": steps }));
    }

    /// Puts the focus on the first match of a selector in the shadow root of a host, and presses Enter there.
    pub fn press_enter_on(&self, host: &str, selector: &str) {
        self.shadow_eval(host, selector, "found[0].focus()");
        self.press(Key::Enter);
    }

    /// Goes forward until the slider under the drawing has the focus.
    #[track_caller]
    pub fn tab_to_slider(&self) {
        for _ in 0..12 {
            self.press(Key::Tab);
            if self.focused() == "slider" {
                return;
            }
        }
        panic!("twelve tabs do not reach the slider");
    }

    /// Types text where the focus is.
    pub fn type_text(&self, text: &str) {
        let steps: Vec<Value> = text
            .chars()
            .flat_map(|letter| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": letter })))
            .collect();
        self.perform(json!({ "type": "key", "id": "keyboard", "actions": steps }));
    }

    /// Moves the mouse to a place of the viewport in CSS pixels.
    pub fn point_at(&self, x: f64, y: f64) {
        self.pointer("mouse", vec![moved(x, y)]);
    }

    /// Clicks with the mouse at a place of the viewport in CSS pixels.
    pub fn click_at(&self, x: f64, y: f64) {
        let steps = vec![
            moved(x, y),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        self.pointer("mouse", steps);
    }

    /// Touches a place of the viewport in CSS pixels and lifts the finger.
    pub fn tap_at(&self, x: f64, y: f64) {
        self.swipe(&[(x, y)]);
    }

    /// Puts a finger at the first place, draws it over the others, and lifts it.
    pub fn swipe(&self, places: &[(f64, f64)]) {
        let mut steps = Vec::new();
        for (index, &(x, y)) in places.iter().enumerate() {
            steps.push(moved(x, y));
            if index == 0 {
                steps.push(json!({ "type": "pointerDown", "button": 0 }));
            }
        }
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
        self.pointer("touch", steps);
    }

    /// Clicks in the middle of the first match of a selector, in the page or in the shadow root of `host`.
    pub fn click(&self, host: Option<&str>, selector: &str) {
        let (x, y, width, height) = self.box_of(host, selector);
        self.click_at(x + width / 2.0, y + height / 2.0);
    }

    /// Left, top, width and height in CSS pixels of the viewport of the first match of a selector, in the page or in
    /// the shadow root of `host`, scrolled into view.
    pub fn box_of(&self, host: Option<&str>, selector: &str) -> (f64, f64, f64, f64) {
        let found = self.eval_with(
            "const root = arguments[0] ? document.querySelector(arguments[0])?.shadowRoot : document;
             const found = root?.querySelector(arguments[1]);
             if (!found) return null;
             found.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
             const box = found.getBoundingClientRect();
             return [box.left, box.top, box.width, box.height];",
            &[json!(host), json!(selector)],
        );
        let number = |index: usize| {
            found[index].as_f64().unwrap_or_else(|| panic!("nothing matches `{selector}` in {host:?}"))
        };
        (number(0), number(1), number(2), number(3))
    }

    fn pointer(&self, kind: &str, steps: Vec<Value>) {
        self.perform(json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind },
                             "actions": steps }));
    }

    fn perform(&self, source: Value) {
        answer_of(self.session.command("actions", Some(json!({ "actions": [source] }))));
    }
}

/// A step of a pointer to a place of the viewport; WebDriver takes whole pixels.
fn moved(x: f64, y: f64) -> Value {
    json!({ "type": "pointerMove", "duration": 30, "origin": "viewport",
            "x": x.round() as i64, "y": y.round() as i64 })
}
