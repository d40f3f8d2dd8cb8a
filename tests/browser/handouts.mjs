// Every hand-out in every width and scheme, and on paper; the words of a chart never touch. `run` calls this with
// CHROMIUM and ROLES set.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What is opened, and the pages that it may take on paper; none where nothing is promised. Axe looks at what is promised
// at every width but the middle one, which has nothing of its own, and at the rest narrow and dark, wide and light.
const HANDOUTS = [
  { name: "show", arguments: ["show", "it-manager"], pages: 2 },
  { name: "show-stand-in", arguments: ["show", "tech-pm"], pages: 2 },
  { name: "show-rest", arguments: ["show", "it-support", "--section", "focus,scope,aspects,ratings,claims,resources"] },
  { name: "compare-2", arguments: ["compare", "it-support", "tech-pm"], pages: 2 },
  { name: "compare-shared", arguments: ["compare", "cio", "cto"], pages: 2 },
  { name: "compare-6", arguments: ["compare", "it-support", "sysadmin", "network-engineer", "tech-pm", "it-manager", "cio"] },
  { name: "path", arguments: ["path", "it-support", "it-manager"], pages: 2 },
  { name: "history", arguments: ["history", "it-support"], pages: 2 },
  { name: "history-breaks", arguments: ["history", "cio"], pages: 2 },
  { name: "gap", arguments: ["gap", "it-support", "tech-pm"] },
  { name: "fit", arguments: ["fit", "--me", "examples/me.toml"] },
  { name: "list", arguments: ["list"] },
  { name: "certs", arguments: ["certs", "--status", "retired"] },
  { name: "sources", arguments: ["sources"] },
];
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
const PAPERS = ["A4", "Letter"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

let passed = 0;
let failed = 0;

/** Counts a check; a failed one says where and why. */
function check(where, faults) {
  if (faults.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  for (const fault of faults) console.log(`FAILED ${where}: ${fault}`);
}

/** What axe finds, all its rules and best practices included. */
async function violations(page) {
  const found = await page.evaluate(() => window.axe.run(document, {
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
  }));
  return found.violations.map((rule) => {
    const places = rule.nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `axe ${rule.id} (${rule.nodes.length}): ${rule.help}: ${places.join(", ")}`;
  });
}

/** Words of a chart that touch one another or leave the window, or are smaller than 11 pixels. */
async function crowded(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const chart of document.querySelectorAll(".chart")) {
      const words = [...chart.querySelectorAll("svg text")].filter((text) => text.getClientRects().length > 0);
      const boxes = words.map((text) => ({ says: text.textContent, box: text.getBoundingClientRect() }));
      for (const text of words) {
        const size = parseFloat(getComputedStyle(text).fontSize);
        if (size < 11) faults.push(`"${text.textContent}" is ${size} pixels high`);
      }
      boxes.forEach(({ says, box }, at) => {
        if (box.left < 0 || box.right > innerWidth) faults.push(`"${says}" leaves the window`);
        for (const other of boxes.slice(at + 1)) {
          const apart = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
          const beside = box.top < other.box.bottom && other.box.top < box.bottom;
          if (beside && apart < 2) faults.push(`"${says}" and "${other.says}" touch`);
        }
      });
    }
    return faults;
  });
}

/** How many pages a PDF has, by its page objects. */
function pages(pdf) {
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** Opens one file in one scheme, at every width; in light, prints it too. */
async function open(browser, file, handout, scheme) {
  // The page's own policy stays in force; only axe is let in, from outside.
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const messages = [];
  const requests = [];
  page.on("console", (message) => messages.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) requests.push(`asks for ${request.url()}`);
  });
  await page.goto(address);
  check(`${handout.name} ${scheme}`, [...messages, ...requests]);
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector("table")).borderCollapse);
  check(`${handout.name} ${scheme} style`, styled === "collapse" ? [] : ["its own style does not apply"]);

  const printed = [];
  if (scheme === "light") {
    for (const format of PAPERS) {
      const count = pages(await page.pdf({ format }));
      printed.push(`${format} ${count}`);
      const over = handout.pages && (count > handout.pages || count === 0);
      check(`${handout.name} on ${format}`, over ? [`${count} pages, and not ${handout.pages} at most`] : []);
    }
    console.log(`${handout.name}: ${printed.join(", ")} pages`);
  }
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const where = `${handout.name} ${scheme} ${width}`;
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    check(`${where} width`, scroll > width ? [`${scroll} pixels wide`] : []);
    check(`${where} charts`, await crowded(page));
    const looked = handout.pages ? width !== 768 : scheme === (width === 360 ? "dark" : width === 1280 && "light");
    if (looked) check(`${where} axe`, await violations(page));
  }
  check(`${handout.name} ${scheme} afterwards`, requests);
  await context.close();
}

const folder = mkdtempSync(join(tmpdir(), "roles-handouts-"));
// A profile of its own, gone afterwards: what a browser remembers must not matter.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
try {
  for (const handout of HANDOUTS) {
    const file = join(folder, `${handout.name}.html`);
    writeFileSync(file, execFileSync(process.env.ROLES, [...handout.arguments, "--format", "html"]));
    for (const scheme of SCHEMES) await open(browser, file, handout, scheme);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
