//! Values that the page follows: [`Live`] is written, [`Derived`] is worked out from others.
//!
//! They do what Leptos' signals and memos do and are made of them, but of the same few for every
//! type: a signal compiled anew for each type was a tenth of the program.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::RefCell;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

/// A place that lasts as long as the part of the page that made it.
type Slot = StoredValue<Rc<dyn Any>, LocalStorage>;

/// Keeps something until the part of the page that is being made is taken away.
pub fn keep(what: impl Any) {
    let _: Slot = StoredValue::new_local(Rc::new(what));
}

/// Runs now that the page is there, and again whenever a value changes that was read in it.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// What is in a slot; `None` where its part of the page is gone.
fn found<T: 'static>(slot: Slot) -> Option<Rc<RefCell<T>>> {
    slot.try_get_value()?.downcast().ok()
}

fn there<T: 'static>(slot: Slot) -> Rc<RefCell<T>> {
    match slot.get_value().downcast() {
        Ok(cell) => cell,
        Err(_) => unreachable!("a slot holds what it was made for"),
    }
}

/// A value that can be written; who reads it follows it.
pub struct Live<T: 'static> {
    slot: Slot,
    changed: Trigger,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Live<T> {
    /// A value to begin with.
    #[must_use]
    pub fn new(value: T) -> Self {
        let slot = StoredValue::new_local(Rc::new(RefCell::new(value)) as Rc<dyn Any>);
        Self { slot, changed: Trigger::new(), of: PhantomData }
    }

    /// Follows the value without reading it.
    pub fn track(&self) {
        self.changed.track();
    }

    /// Reads the value and follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads the value without following it.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&there(self.slot).borrow())
    }

    /// Writes the value and tells who follows it.
    pub fn set(&self, value: T) {
        self.set_untracked(value);
        self.changed.notify();
    }

    /// Writes the value and tells nobody; does nothing where its part of the page is gone.
    pub fn set_untracked(&self, value: T) {
        if let Some(cell) = found(self.slot) {
            cell.replace(value);
        }
    }

    /// Changes the value and tells who follows it; does nothing where its part of the page is gone.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        if let Some(cell) = found(self.slot) {
            change(&mut cell.borrow_mut());
            self.changed.notify();
        }
    }

    /// Does some work that takes a while, for as long as the part of the page is there that made
    /// this value.
    pub fn spawn(&self, work: impl Future<Output = ()> + 'static) {
        let slot = self.slot;
        let mut work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
        spawn_local(poll_fn(move |context| match slot.try_get_value() {
            Some(_) => work.as_mut().poll(context),
            None => Poll::Ready(()),
        }));
    }
}

/// Something to be done whenever it is asked for, until its part of the page is gone.
#[derive(Clone, Copy)]
pub struct Act(Slot);

impl Act {
    /// What is to be done with what it is given.
    pub fn new<T: 'static>(act: Box<dyn FnMut(T)>) -> Self {
        Self(StoredValue::new_local(Rc::new(RefCell::new(act)) as Rc<dyn Any>))
    }

    /// Does it; not while it is being done.
    pub fn run<T: 'static>(self, with: T) {
        let act = found::<Box<dyn FnMut(T)>>(self.0);
        if let Some(act) = act
            && let Ok(mut act) = act.try_borrow_mut()
        {
            act(with);
        }
    }
}

impl<T: Clone> Live<T> {
    /// A copy of the value, followed.
    #[must_use]
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, not followed.
    #[must_use]
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, not followed; `None` where its part of the page is gone.
    #[must_use]
    pub fn try_get_untracked(&self) -> Option<T> {
        found::<T>(self.slot).map(|cell| cell.borrow().clone())
    }
}

/// A value worked out from others when it is asked for; who reads it follows it, and hears only
/// when it became another.
pub struct Derived<T: 'static> {
    slot: Slot,
    changed: Memo<u32>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq> Derived<T> {
    /// What the value is worked out by.
    #[must_use]
    pub fn new(work: impl Fn() -> T + 'static) -> Self {
        let cell = Rc::new(RefCell::new(None::<T>));
        let own = cell.clone();
        let changed = versions(Box::new(move || {
            let value = Some(work());
            let other = *own.borrow() != value;
            if other {
                own.replace(value);
            }
            other
        }));
        Self { slot: StoredValue::new_local(cell as Rc<dyn Any>), changed, of: PhantomData }
    }
}

/// Some work that takes a while.
pub type Doing<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Does all of some work side by side, until all of it is done. It is little: each time one goes on,
/// all are asked.
pub async fn together(mut work: Vec<Doing<'_>>) {
    poll_fn(|context| {
        work.retain_mut(|one| one.as_mut().poll(context).is_pending());
        if work.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Counts how often a step changed something.
fn versions(step: Box<dyn Fn() -> bool>) -> Memo<u32> {
    let step: Slot = StoredValue::new_local(Rc::new(step));
    Memo::new(move |before| {
        let step = step.try_get_value().and_then(|step| step.downcast::<Box<dyn Fn() -> bool>>().ok());
        before.copied().unwrap_or(0) + u32::from(step.is_some_and(|step| step()))
    })
}

impl<T> Derived<T> {
    /// Reads the value and follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.get();
        self.read(read)
    }

    /// Reads the value without following it.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.get_untracked();
        self.read(read)
    }

    fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        match there::<Option<T>>(self.slot).borrow().as_ref() {
            Some(value) => read(value),
            None => unreachable!("asking for the version worked it out"),
        }
    }
}

impl<T: Clone> Derived<T> {
    /// A copy of the value, followed.
    #[must_use]
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, not followed.
    #[must_use]
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}
