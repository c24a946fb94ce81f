import assert from "node:assert/strict";
import { test } from "node:test";
import { ago, extent, isShowable, laneChoices, laneOf, size, stretch, timing, titleOf } from "../../main/resources/page/assets/wording.js";

test("sizes have a unit that fits", () => {
    assert.equal(size(0), "0 bytes");
    assert.equal(size(1536), "1.5 KB");
    assert.equal(size(1024 ** 2), "1 MB");
    assert.equal(size(1024 ** 2 - 1), "1 MB");
    assert.equal(size(2 * 1024 ** 3), "2 GB");
});

test("stretches of time have at most two units", () => {
    assert.equal(stretch(900), "1 s");
    assert.equal(stretch(75_000), "1 min 15 s");
    assert.equal(stretch(3_700_000), "1 h 1 min");
    assert.equal(stretch(-5), "0 s");
});

test("a task says how long it waits, runs or took", () => {
    const now = Date.parse("2026-01-01T00:01:00Z");
    const task = { attempts: 0, createdAt: "2026-01-01T00:00:00Z", startedAt: "2026-01-01T00:00:10Z" };
    assert.equal(timing({ ...task, state: "QUEUED" }, now), "waiting 1 min 0 s");
    assert.equal(timing({ ...task, state: "QUEUED", attempts: 1 }, now), "waits for attempt 2");
    assert.equal(timing({ ...task, state: "RUNNING" }, now), "running 50 s");
    assert.equal(timing({ ...task, state: "SUCCEEDED", finishedAt: "2026-01-01T00:00:14Z" }, now), "took 4 s");
    assert.equal(timing({ ...task, state: "CANCELLED", startedAt: null, finishedAt: task.createdAt }, now), null);
});

test("a task says what it keeps of its clip", () => {
    assert.equal(extent({ input: { range: { start: 5.2, end: 9.8 } } }), "0:05.2 – 0:09.8");
    assert.equal(
        extent({
            input: {
                ranges: [
                    { start: 0, end: 2 },
                    { start: 4, end: 5 },
                ],
            },
        }),
        "2 parts, 0:03",
    );
    assert.equal(extent({ input: { at: 3.12 } }), "at 0:03.12");
});

test("a test task has a name for people and nothing that it keeps", () => {
    assert.equal(titleOf({ kind: "probe", input: {} }), "Test task");
    assert.equal(titleOf({ kind: "clip.poster", input: { at: 3 } }), `Poster ${extent({ input: { at: 3 } })}`);
});

test("clips and pictures are shown in the page, texts are not", () => {
    assert.ok(isShowable({ contentType: "video/mp4" }));
    assert.ok(isShowable({ contentType: "image/jpeg" }));
    assert.ok(!isShowable({ contentType: "text/plain; charset=utf-8" }));
    assert.ok(!isShowable(null));
});

test("a moment ago is told in words", () => {
    const now = Date.parse("2026-01-01T12:00:00Z");
    assert.equal(ago("2026-01-01T11:59:50Z", now), "just now");
    assert.equal(ago("2026-01-01T11:50:00Z", now), "10 min ago");
    assert.equal(ago("2026-01-01T09:00:00Z", now), "3 h ago");
});

test("only a waiting task may choose another lane, and hears which are more urgent", () => {
    const lanes = ["express", "standard", "night"];
    const task = { state: "QUEUED", lane: "standard" };
    assert.deepEqual(laneChoices(task, lanes), [
        { name: "express", isMoreUrgent: true },
        { name: "night", isMoreUrgent: false },
    ]);
    assert.deepEqual(laneChoices({ ...task, state: "RUNNING" }, lanes), []);
    assert.deepEqual(laneChoices({ ...task, cancelRequested: true }, lanes), []);
    assert.deepEqual(laneChoices({ ...task, lane: "gone" }, lanes), []);
    assert.deepEqual(laneChoices(task, []), []);
});

test("a lane says whether the task was moved up for its long wait", () => {
    assert.equal(laneOf({ lane: "express", promotedAt: null }), "Express");
    assert.equal(laneOf({ lane: "express", promotedAt: "2026-01-01T00:00:00Z" }), "Express, moved up");
});
