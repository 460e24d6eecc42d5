import type { Tone } from './looks.ts'

type Colours = Readonly<Record<Tone | 'sheet' | 'ink' | 'soft' | 'line', string>>

/** Text keeps 4.5:1 on the sheet in both schemes. */
const light: Colours = {
  sheet: '#fff',
  ink: '#16191d',
  soft: '#4a525b',
  line: '#d5d9de',
  good: '#0b6b3a',
  caution: '#8a4b00',
  stop: '#a8121b',
  past: '#5b3a8c',
  quiet: '#3d4a5c',
}
const dark: Colours = {
  sheet: '#15191d',
  ink: '#eef0f2',
  soft: '#b4bcc5',
  line: '#3a424b',
  good: '#6fd39b',
  caution: '#f0b866',
  stop: '#ff9a94',
  past: '#c9b0f2',
  quiet: '#b3c0d2',
}

const variables = (colours: Colours) =>
  Object.entries(colours)
    .map(([name, value]) => `--vm-${name}:${value}`)
    .join(';')

const tones = ['good', 'caution', 'stop', 'past', 'quiet'].map(
  (tone) => `.vm-${tone}{--vm-tone:var(--vm-${tone})}`,
)

/** For a shadow root, a frame and our own pages alike, so nothing here is left to what is around it. */
export const plaqueStyle = `
.vm{${variables(light)}}
.vm-dark{${variables(dark)}}
@media (prefers-color-scheme:dark){.vm-auto{${variables(dark)}}}
${tones.join('\n')}
.vm,.vm *{box-sizing:border-box;margin:0;padding:0;font:inherit;letter-spacing:normal;text-transform:none;text-indent:0;white-space:normal;overflow-wrap:anywhere}
.vm{display:inline-block;position:relative;max-width:100%;background:var(--vm-sheet);color:var(--vm-ink);border:1px solid var(--vm-line);border-left:4px solid var(--vm-tone);border-radius:6px;padding:.5em .85em .3em .65em;font:400 medium/1.35 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;text-align:left;vertical-align:middle}
.vm .vm-said{display:flex;align-items:center;gap:.65em;color:inherit;text-decoration:none;border-radius:3px}
.vm .vm-said:hover .vm-domain{text-decoration:underline;text-underline-offset:.2em}
.vm a:focus-visible{outline:2px solid var(--vm-tone);outline-offset:3px}
.vm .vm-icon{flex:none;display:block;width:1.6em;height:1.6em;fill:none;stroke:var(--vm-tone);stroke-width:2;stroke-linecap:round;stroke-linejoin:round;overflow:visible}
.vm .vm-lines{min-width:0}
.vm .vm-domain{display:block;font-weight:700;line-height:1.25}
.vm .vm-word{font-size:.875em;color:var(--vm-tone);font-weight:600}
.vm .vm-name{font-size:.875em;color:var(--vm-soft)}
.vm .vm-sentence{margin-top:.6em;font-size:.9em}
.vm .vm-foot{display:flex;flex-wrap:wrap;gap:0 1em;padding-left:3em;font-size:.75em;line-height:2;color:var(--vm-soft)}
.vm .vm-about{color:var(--vm-soft);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.vm .vm-about:hover{color:var(--vm-ink)}
.vm .vm-unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.vm-card{width:20em;padding:.9em 1em .45em .9em}
.vm-card .vm-icon{width:2.2em;height:2.2em}
.vm-card .vm-domain{font-size:1.2em}
.vm-card .vm-name{display:block}
.vm-card .vm-foot{margin-top:.8em;padding:.4em 0 0;border-top:1px solid var(--vm-line)}
.vm-mark{display:inline-flex;align-items:center;gap:.3em;padding:.1em .25em .1em .5em;border-left-width:1px;border-radius:1.2em;border-color:var(--vm-tone)}
.vm-mark .vm-said{gap:.45em}
.vm-mark .vm-icon{width:1.15em;height:1.15em}
.vm-mark .vm-domain{display:inline;font-size:.9em}
.vm-mark .vm-foot{padding:0}
.vm-mark .vm-about{min-width:2em;text-align:center;text-decoration:none;border-radius:50%}
.vm-mark .vm-about:hover{background:var(--vm-line)}
@media (forced-colors:active){.vm .vm-icon{stroke:CanvasText}}
`
