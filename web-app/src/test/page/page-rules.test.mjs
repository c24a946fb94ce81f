import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const page = new URL("../../main/resources/page/", import.meta.url);
const read = (path) => readFileSync(new URL(path, page), "utf8");
const assets = readdirSync(new URL("assets/", page));
const scripts = assets.filter((name) => name.endsWith(".js"));
const pages = ["index.html", "sign-in.html"];

test("no page has a script or a style of its own, or asks another host", () => {
    for (const html of pages.map(read)) {
        assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
    }
});

test("every asset that a page or a module names exists", () => {
    for (const html of pages.map(read)) {
        for (const [, name] of html.matchAll(/\{\{assets\}\}\/([\w.-]+)/g)) assert.ok(assets.includes(name), name);
    }
    for (const script of scripts) {
        for (const [, name] of read(`assets/${script}`).matchAll(/from "\.\/([^"]+)"/g)) {
            assert.ok(assets.includes(name), `${script} imports ${name}`);
        }
    }
});

test("every element that a module asks for by id stands in the page", () => {
    const ids = new Set([...read("index.html").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    for (const script of scripts) {
        for (const [, id] of read(`assets/${script}`).matchAll(/byId\("([^"]+)"\)/g)) {
            assert.ok(ids.has(id), `${script} asks for #${id}`);
        }
    }
});

test("every icon that is named is in the sprite", () => {
    const icons = new Set([...read("assets/icons.svg").matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id));
    const used = [...pages, ...scripts.map((name) => `assets/${name}`)]
        .flatMap((path) => [...read(path).matchAll(/icons\.svg#([\w-]+)|\bicon\("([\w-]+)"\)|icon: "([\w-]+)"/g)])
        .map((match) => match[1] ?? match[2] ?? match[3]);
    assert.ok(used.length > 20);
    for (const name of used) assert.ok(icons.has(name), name);
});

test("every script and style sheet begins with a sentence and has at most 300 lines", () => {
    for (const name of assets.filter((asset) => /\.(js|css)$/.test(asset))) {
        const text = read(`assets/${name}`);
        assert.match(text, /^\/\*\*? [A-Z][^*]*\. ?\*\//, name);
        assert.ok(text.split("\n").length <= 301, name);
    }
});

test("a module imports every function of another that it calls", () => {
    const texts = new Map(scripts.map((name) => [name, read(`assets/${name}`).replace(/\/\*[^]*?\*\/|\/\/.*/g, "")]));
    const exported = new Set(
        [...texts.values()].flatMap((text) =>
            [...text.matchAll(/export (?:async )?(?:const|function) (\w+)/g)].map(([, name]) => name),
        ),
    );
    for (const [script, text] of texts) {
        for (const name of exported) {
            const calls = new RegExp(`(?<![.#\\w"'])${name}\\(`).test(text);
            const knows = new RegExp(`import [^;]*\\b${name}\\b|(?:const|let|function|async|\\()\\s*${name}\\b|^ +(?:static )?${name}\\(.*\\{$`, "m");
            assert.ok(!calls || knows.test(text), `${script} calls ${name}, but does not import it`);
        }
    }
});
