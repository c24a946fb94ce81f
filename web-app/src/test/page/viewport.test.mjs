import assert from "node:assert/strict";
import { test } from "node:test";
import {
    isWhole,
    panned,
    revealing,
    share,
    ticks,
    timeAt,
    whole,
    zoomed,
} from "../../main/resources/page/assets/viewport.js";

test("zooming keeps the time under the pointer where it is", () => {
    const view = zoomed(whole(100), 4, 40, 100);
    assert.equal(view.to - view.from, 25);
    assert.ok(Math.abs(share(view, 40) - 0.4) < 1e-9);
});

test("zooming out ends at the whole clip, zooming in at a second", () => {
    assert.ok(isWhole(zoomed({ from: 10, to: 20 }, 0.01, 12, 100), 100));
    const closest = zoomed(whole(100), 1e6, 50, 100);
    assert.ok(Math.abs(closest.to - closest.from - 1) < 1e-9);
    assert.deepEqual(zoomed(whole(0.5), 8, 0.2, 0.5), { from: 0, to: 0.5 });
});

test("panning stays inside the clip", () => {
    assert.deepEqual(panned({ from: 10, to: 20 }, -50, 100), { from: 0, to: 10 });
    assert.deepEqual(panned({ from: 10, to: 20 }, 500, 100), { from: 90, to: 100 });
});

test("a time out of view is brought into view", () => {
    const view = revealing({ from: 10, to: 20 }, 30, 100);
    assert.ok(view.from < 30 && view.to > 30);
    assert.deepEqual(revealing({ from: 10, to: 20 }, 15, 100), { from: 10, to: 20 });
});

test("share and time are each other's inverse", () => {
    const view = { from: 3, to: 17 };
    assert.equal(timeAt(view, share(view, 9)), 9);
});

test("ticks are round times and not too many", () => {
    assert.deepEqual(ticks({ from: 0, to: 10 }, 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.deepEqual(ticks({ from: 0.25, to: 1.25 }, 5), [0.4, 0.6, 0.8, 1, 1.2]);
    assert.ok(ticks({ from: 0, to: 90_000 }, 8).length <= 9);
});
