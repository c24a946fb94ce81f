import assert from "node:assert/strict";
import { test } from "node:test";
import {
    lengthOf,
    moveEnd,
    moveStart,
    setEnd,
    setStart,
    SHORTEST,
    wholeClip,
} from "../../main/resources/page/assets/selection.js";

const selection = { start: 2, end: 8 };

test("a new clip is selected whole, never beyond its last millisecond", () => {
    assert.deepEqual(wholeClip(10.0669), { start: 0, end: 10.066 });
    assert.deepEqual(wholeClip(Infinity), { start: 0, end: 10 });
});

test("a handle stops at the other handle and at the ends of the clip", () => {
    assert.deepEqual(moveStart(selection, 9), { start: 8 - SHORTEST, end: 8 });
    assert.deepEqual(moveStart(selection, -1), { start: 0, end: 8 });
    assert.deepEqual(moveEnd(selection, 1, 10), { start: 2, end: 2 + SHORTEST });
    assert.deepEqual(moveEnd(selection, 11, 10), { start: 2, end: 10 });
});

test("an in point set after the out point frees the out point to the end", () => {
    assert.deepEqual(setStart(selection, 9, 10), { start: 9, end: 10 });
    assert.deepEqual(setStart(selection, 3, 10), { start: 3, end: 8 });
});

test("an out point set before the in point frees the in point to the beginning", () => {
    assert.deepEqual(setEnd(selection, 1, 10), { start: 0, end: 1 });
    assert.deepEqual(setEnd(selection, 5, 10), { start: 2, end: 5 });
});

test("a selection is never shorter than the worker can cut", () => {
    for (const time of [-1, 0, 5, 9.99, 10, 20]) {
        for (const change of [setStart, setEnd]) {
            const next = change(selection, time, 10);
            assert.ok(lengthOf(next) >= SHORTEST && next.start >= 0 && next.end <= 10, JSON.stringify(next));
        }
    }
});

test("a clip of unknown length bounds nothing but the beginning", () => {
    assert.deepEqual(setStart(selection, 100, Infinity), { start: 100, end: 110 });
    assert.deepEqual(setEnd(selection, 100, Infinity), { start: 2, end: 100 });
});
