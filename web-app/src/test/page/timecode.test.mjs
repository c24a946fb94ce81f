import assert from "node:assert/strict";
import { test } from "node:test";
import { format, parse, short, spoken } from "../../main/resources/page/assets/timecode.js";

test("a time is written as hh:mm:ss.mmm", () => {
    assert.equal(format(0), "00:00:00.000");
    assert.equal(format(65.25), "00:01:05.250");
    assert.equal(format(3723.0004), "01:02:03.000");
    assert.equal(format(59.9996), "00:01:00.000");
});

test("every way to write a time is read", () => {
    for (const [text, seconds] of [
        ["00:01:05.250", 65.25],
        ["1:05.25", 65.25],
        ["65.25", 65.25],
        ["65,25", 65.25],
        [" 5 ", 5],
        [".5", 0.5],
        ["90:00", 5400],
        ["5.", 5],
        ["100", 100],
    ]) {
        assert.equal(parse(text), seconds, text);
    }
});

test("what is no time is refused", () => {
    for (const text of ["", "abc", "1:60", "1:60:00", "-5", "1::2", "1:2:3:4", "1e3", "5.5.5", "1.5:00"]) {
        assert.equal(parse(text), null, text);
    }
});

test("what was written is read back the same", () => {
    for (const seconds of [0, 0.001, 1.999, 59.999, 60, 3599.5, 36_000.04])
        assert.equal(parse(format(seconds)), seconds);
});

test("a short time leaves out what says nothing", () => {
    assert.equal(short(5.2), "0:05.2");
    assert.equal(short(65), "1:05");
    assert.equal(short(3661.05), "1:01:01.05");
});

test("a spoken time is a phrase", () => {
    assert.equal(spoken(0), "0 seconds");
    assert.equal(spoken(61), "1 minute 1 second");
    assert.equal(spoken(3605.25), "1 hour 5.25 seconds");
});
