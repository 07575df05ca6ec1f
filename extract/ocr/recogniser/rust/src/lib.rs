//! Recognises the characters of one line of text. In go the bytes of an ONNX model (PP-OCR recognition: three channels,
//! 48 rows, any width; out a probability for each character at each step) and lines as grey pixels; out come the two most
//! probable characters of each step. It finds no lines and knows no alphabet: characters are numbers.
//!
//! Memory is the caller's: `reserve` gives room for bytes that are written from outside, and the calls that follow read
//! from there. Results lie where the calls say, until the next one. Nothing is read, written or asked of the system.

use rten::{Model, ModelOptions, op_registry};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};
use std::cell::RefCell;

/// Rows of a line: what the models are made for.
const ROWS: usize = 48;

/// The widest line that is taken.
const MOST_COLUMNS: usize = 4096;

/// Numbers a step: character, its probability, the next character, its probability.
const PER_STEP: usize = 4;

#[derive(Default)]
struct State {
    given: Vec<u8>,
    model: Option<Model>,
    steps: Vec<f32>,
    said: String,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::default());
}

/// Makes room for so many bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|s| {
        s.given = vec![0; bytes];
        s.given.as_mut_ptr()
    })
}

/// Takes what was written into the reserved room for a model. Returns 0, or 1 when it is none: `said` says why.
#[unsafe(no_mangle)]
pub extern "C" fn load() -> i32 {
    STATE.with_borrow_mut(|s| {
        let bytes = std::mem::take(&mut s.given);
        match open(bytes) {
            Ok(model) => {
                s.model = Some(model);
                0
            }
            Err(why) => {
                s.said = why;
                1
            }
        }
    })
}

/// Recognises a line of `columns` × 48 grey pixels (0 black, 255 white, row by row) in the reserved room. Returns the
/// number of steps, or -1: `said` says why.
#[unsafe(no_mangle)]
pub extern "C" fn recognise(columns: usize) -> i32 {
    STATE.with_borrow_mut(|s| match s.line(columns) {
        Ok(steps) => steps as i32,
        Err(why) => {
            s.said = why;
            -1
        }
    })
}

/// Where the numbers of the steps lie, four for each.
#[unsafe(no_mangle)]
pub extern "C" fn steps() -> *const f32 {
    STATE.with_borrow(|s| s.steps.as_ptr())
}

/// Where the reason of the last failure lies, as UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn said() -> *const u8 {
    STATE.with_borrow(|s| s.said.as_ptr())
}

/// How many bytes the reason has.
#[unsafe(no_mangle)]
pub extern "C" fn said_bytes() -> usize {
    STATE.with_borrow(|s| s.said.len())
}

/// The operators of these models: others are left out of the program.
fn open(bytes: Vec<u8>) -> Result<Model, String> {
    let operators = op_registry!(
        Add, AveragePool, BatchNormalization, Cast, Clip, Concat, Conv, Div, GlobalAveragePool, HardSigmoid, MatMul, Mul,
        Pow, ReduceMean, Relu, Reshape, Shape, Sigmoid, Slice, Softmax, Sqrt, Squeeze, Sub, Transpose
    );
    let model = ModelOptions::with_ops(operators).load(bytes).map_err(|e| e.to_string())?;
    if model.input_ids().len() != 1 || model.output_ids().len() != 1 {
        return Err("a recogniser of lines takes one tensor and gives one".to_string());
    }
    Ok(model)
}

impl State {
    fn line(&mut self, columns: usize) -> Result<usize, String> {
        let model = self.model.as_ref().ok_or("no model is loaded")?;
        if columns == 0 || columns > MOST_COLUMNS || self.given.len() < columns * ROWS {
            return Err(format!("a line of {columns} columns"));
        }
        let grey = &self.given[..columns * ROWS];
        let input = NdTensor::from_fn([1, 3, ROWS, columns], |[_, _, y, x]| f32::from(grey[y * columns + x]) / 127.5 - 1.0);
        let output = model.run_one(input.view().into(), None).map_err(|e| e.to_string())?;
        let output: NdTensor<f32, 3> = output.try_into().map_err(|_| "the model gives no steps of characters".to_string())?;
        self.steps.clear();
        for step in output.slice(0).axis_iter(0) {
            self.steps.extend(two_best(step));
        }
        Ok(self.steps.len() / PER_STEP)
    }
}

/// The two most probable characters of a step; of equals the first.
fn two_best(step: NdTensorView<f32, 1>) -> [f32; PER_STEP] {
    let (mut best, mut next) = ((0, f32::NEG_INFINITY), (0, f32::NEG_INFINITY));
    for (i, &p) in step.iter().enumerate() {
        if p > best.1 {
            next = best;
            best = (i, p);
        } else if p > next.1 {
            next = (i, p);
        }
    }
    [best.0 as f32, best.1, next.0 as f32, next.1]
}
