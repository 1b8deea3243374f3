/** The stylesheet of the demo payment page, in the store's own colours. */
export const HOSTED_STYLE = `
:root { color-scheme: light dark; --paper: #fcfbf8; --raised: #fff; --ink: #16181d; --muted: #65635e; --line: #e7e3da; --brass: #8c5e12; --bad: #b42318; --bad-paper: #fdf1ef; --strip: #f6ecd6; }
@media (prefers-color-scheme: dark) { :root { --paper: #121316; --raised: #191b1f; --ink: #eceae4; --muted: #a3a19b; --line: #2a2c31; --brass: #e0b25a; --bad: #f0857d; --bad-paper: #2a1917; --strip: #2b2415; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/24px Geist, "Geist Sans", system-ui, -apple-system, "Segoe UI", sans-serif; -webkit-font-smoothing: antialiased; }
.strip { margin: 0; padding: 8px 24px; background: var(--strip); border-bottom: 1px solid var(--line); font-size: 13px; line-height: 20px; text-align: center; }
.strip strong { margin-right: 8px; }
header { display: flex; align-items: center; gap: 12px; max-width: 960px; margin: 32px auto 0; padding: 0 24px; color: var(--muted); }
.mark { fill: var(--ink); } .hole { fill: var(--paper); }
main { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 56px; align-items: start; max-width: 960px; margin: 40px auto 96px; padding: 0 24px; }
@media (max-width: 720px) { main { grid-template-columns: minmax(0, 1fr); gap: 40px; margin-top: 24px; } }
h1, h2 { margin: 0; letter-spacing: -0.02em; font-weight: 600; }
h1 { font-size: 44px; line-height: 52px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h2 { font-size: 24px; line-height: 32px; }
.panel > p { margin: 8px 0 0; color: var(--muted); max-width: 62ch; overflow-wrap: anywhere; }
table { width: 100%; margin-top: 24px; border-collapse: collapse; }
th { padding: 12px 16px 12px 0; font-weight: 400; text-align: start; overflow-wrap: anywhere; }
td { padding: 12px 0; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; vertical-align: top; }
tr { border-top: 1px solid var(--line); }
.total { border-top-color: var(--ink); }
.total th, .total td { font-weight: 600; }
.quantity { color: var(--muted); font-variant-numeric: tabular-nums; }
.code { margin-top: 24px; } .code p { margin: 0 0 8px; }
label { display: block; margin-bottom: 4px; font-size: 13px; color: var(--muted); }
.field { display: flex; gap: 8px; }
input { flex: 1; min-width: 0; min-height: 40px; padding: 8px 12px; border: 1px solid var(--muted); border-radius: 10px; background: var(--raised); color: inherit; font: 15px/22px "Geist Mono", ui-monospace, monospace; }
.code .hint { margin: 4px 0 0; font-size: 13px; color: var(--muted); }
.billing { display: grid; gap: 4px; margin-top: 24px; } .billing p { margin: 0 0 8px; color: var(--muted); font-size: 13px; } .billing label { margin: 8px 0 0; } .billing button { justify-self: start; margin-top: 16px; }
.billing h3 { margin-top: 16px; }
.outcomes { margin-top: 24px; }
.option { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 4px 20px; align-items: center; padding: 12px 0; border-top: 1px solid var(--line); }
.option:last-child { border-bottom: 1px solid var(--line); }
.option p { margin: 0; font-size: 13px; line-height: 20px; color: var(--muted); }
@media (max-width: 480px) { .option { grid-template-columns: minmax(0, 1fr); } }
button, .button { display: inline-block; min-height: 44px; padding: 10px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); color: var(--ink); font: inherit; font-weight: 500; line-height: 22px; text-align: center; text-decoration: none; cursor: pointer; transition: border-color 140ms; }
button:hover, .button:hover { border-color: var(--muted); }
.primary { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.quiet { background: none; border-color: transparent; color: var(--muted); }
.small { min-height: 40px; padding: 8px 14px; white-space: nowrap; }
:focus-visible { outline: 2px solid var(--brass); outline-offset: 2px; }
.notice { margin: 16px 0 0; padding: 12px 16px; border-radius: 10px; border: 1px solid var(--bad); background: var(--bad-paper); color: var(--ink); }
.panel > .notice { margin-top: 20px; color: var(--ink); }
.panel > .after, .panel > .button { margin-top: 24px; }

h3 { margin: 40px 0 0; font-size: 15px; line-height: 24px; font-weight: 600; }
.small-heading { font-size: 24px; line-height: 32px; }
.panel > .good { border-color: var(--line); background: var(--raised); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { button, .button { transition: none; } }
`;
