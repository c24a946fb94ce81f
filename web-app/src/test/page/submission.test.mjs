import assert from "node:assert/strict";
import { test } from "node:test";
import {
    missing,
    posterMoment,
    requestOf,
    SubmissionKeys,
    withUpload,
} from "../../main/resources/page/assets/submission.js";

const draft = {
    ready: true,
    kind: "clip.trim",
    lane: "express",
    mode: "fast",
    selection: { start: 1, end: 2 },
    parts: [],
    time: 3,
    duration: 10,
    frame: 0.04,
};

test("each kind asks with the input that the API takes", () => {
    assert.deepEqual(withUpload(requestOf(draft), "u1"), {
        kind: "clip.trim",
        lane: "express",
        input: { upload: "u1", mode: "fast", range: { start: 1, end: 2 } },
    });
    const parts = [
        { start: 0, end: 1 },
        { start: 3, end: 4 },
    ];
    assert.deepEqual(requestOf({ ...draft, kind: "clip.join", mode: "precise", parts }).input, {
        mode: "precise",
        ranges: parts,
    });
    assert.deepEqual(requestOf({ ...draft, kind: "clip.poster" }).input, { at: 3 });
});

test("a poster at the very end takes the last frame", () => {
    assert.equal(posterMoment(10, 10, 0.04), 9.96);
    assert.equal(posterMoment(0, 0.02, 0.04), 0);
    assert.equal(posterMoment(7, Infinity, 0.04), 7);
});

test("a join says how many parts it still needs", () => {
    const join = { ...draft, kind: "clip.join" };
    assert.match(missing(join), /at least two parts/);
    assert.match(missing({ ...join, parts: [{ start: 0, end: 1 }] }), /one more part/);
    assert.equal(
        missing({
            ...join,
            parts: [
                { start: 0, end: 1 },
                { start: 1, end: 2 },
            ],
        }),
        null,
    );
    assert.equal(missing(draft), null);
});

test("nothing can be submitted while the clip is being read", () => {
    assert.match(missing({ ...draft, ready: false }), /being read/);
});

test("a retry has the key of its first try, a new submission a new one", () => {
    let count = 0;
    const keys = new SubmissionKeys(() => `key-${++count}`);
    const request = requestOf(draft);
    assert.equal(keys.keyFor(request), "key-1");
    assert.equal(keys.keyFor(requestOf({ ...draft })), "key-1");
    keys.accepted(request);
    assert.equal(keys.keyFor(request), "key-2");
});
