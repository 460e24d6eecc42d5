/**
 * The colours of security print: cool paper, blue ink, seals. Green is kept for what stands proved. Text keeps 4.5:1 on
 * paper, sheet and tint in both schemes.
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #f3f5f7;
  --sheet: #ffffff;
  --tint: #e9eef6;
  --ink: #131c2b;
  --soft: #4d5868;
  --line: #d7dde5;
  --edge: #78818f;
  --link: #1f4299;
  --proved: #0b5f46;
  --other: #5b3f86;
  --caution: #7a4d00;
  --stop: #a01c2c;
  --said: #33546b;
  --quiet: #4d5868;
  --on-link: #ffffff;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "P052", Charter, "Noto Serif", Georgia, serif;
  --sans: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  --gap: clamp(1rem, 4vw, 2.5rem);
  --round: .6rem;
  --lift: 0 1px 2px #131c2b14, 0 6px 20px #131c2b0f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e141d;
    --sheet: #161e2a;
    --tint: #1e2a3d;
    --ink: #e8ecf2;
    --soft: #a5afbd;
    --line: #2b3646;
    --edge: #7b8698;
    --link: #9dbdff;
    --proved: #77d3b0;
    --other: #c6aef2;
    --caution: #efbf6a;
    --stop: #ff9f9f;
    --said: #b0cadb;
    --quiet: #a5afbd;
    --on-link: #0c1730;
    --lift: 0 1px 2px #0006, 0 8px 24px #0005;
  }
}
`
