/** Paper, ink and seals. Green is kept for what stands proved. Text keeps 4.5:1 on both papers in both schemes. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #f6f3ea;
  --sheet: #fffdf7;
  --ink: #1c2529;
  --soft: #545e5f;
  --line: #d9d3c2;
  --edge: #7d7a6c;
  --link: #1d3f72;
  --proved: #0d5c4a;
  --other: #5b3f86;
  --caution: #7f5200;
  --stop: #9c2430;
  --said: #3a5463;
  --quiet: #545e5f;
  --on-link: #fffdf7;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "P052", Georgia, serif;
  --sans: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
  --gap: clamp(1rem, 4vw, 2.5rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12181a;
    --sheet: #192123;
    --ink: #ebe7db;
    --soft: #a9b0ab;
    --line: #333d3d;
    --edge: #7f8983;
    --link: #9cc3f5;
    --proved: #7fd1b4;
    --other: #c3aaf0;
    --caution: #ebba62;
    --stop: #ff9b9b;
    --said: #b3c8d3;
    --quiet: #a9b0ab;
    --on-link: #0f1b2c;
  }
}
`
