import { disputedMark, type Icon, type Mark } from '#web/marks.ts'
import { usePage } from '#web/page.ts'

const drawings: Readonly<Record<Icon, string>> = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  key: 'M12 15a4 4 0 1 1-8 0 4 4 0 0 1 8 0M11 12l9-9M16 7l3.5 3.5',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M4 21c0-5 4-7 8-7s8 2 8 7',
  warning: 'M12 3.5 22 20.5H2zM12 10v4.5M12 17.4v.2',
  past: 'M4 7.5A9 9 0 1 1 3 12M3 4v4h4M12 7.5V12l3.5 2',
  speech: 'M4 5h16v11H11l-5 4v-4H4z',
  stop: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM8 12h8',
  empty:
    'M9 3.5a9 9 0 0 1 6 0M19 6.5a9 9 0 0 1 1.9 5M19.5 17a9 9 0 0 1-4 3.4M9.5 20.7a9 9 0 0 1-4.7-3.4M3 12a9 9 0 0 1 1.8-5.5',
  names: 'M4 6h16M4 12h16M4 18h10',
  scales: 'M12 3v18M7 21h10M4 7h16M5 7l-3 7h6zM19 7l-3 7h6z',
}

/** Rotated ellipses: the engraver's rosette that banknotes and deeds carry. */
export function Rosette({ petals }: { readonly petals: number }) {
  const angles = Array.from({ length: petals }, (_, index) => (index * 180) / petals)
  return (
    <g fill="none" stroke="currentColor" stroke-width=".6">
      {angles.map((angle) => (
        <ellipse rx="47" ry="31" transform={`rotate(${angle})`} />
      ))}
    </g>
  )
}

/** A mark in running text or a list: drawing and word. */
export function MarkTag({ mark }: { readonly mark: Mark }) {
  return (
    <span class={`mark tone-${mark.tone}`}>
      <Drawing icon={mark.icon} />
      {mark.word}
    </span>
  )
}

export function DisputedTag({ disputed }: { readonly disputed: boolean }) {
  const { language } = usePage()
  return disputed ? <MarkTag mark={disputedMark(language)} /> : null
}

/** The answer's large mark. Only what stands proved carries the rosette. */
export function Seal({ mark }: { readonly mark: Mark }) {
  return (
    <div class={`seal tone-${mark.tone}`}>
      <svg viewBox="-50 -50 100 100" aria-hidden="true">
        {mark.tone === 'proved' ? <Rosette petals={12} /> : <circle r="47" class="ring" />}
        <circle r="27" class="core" />
        <g transform="translate(-16.8 -16.8) scale(1.4)" class="drawing">
          <path d={drawings[mark.icon]} />
        </g>
      </svg>
      <p>{mark.word}</p>
    </div>
  )
}

function Drawing({ icon }: { readonly icon: Icon }) {
  return (
    <svg viewBox="0 0 24 24" class="drawing" aria-hidden="true">
      <path d={drawings[icon]} />
    </svg>
  )
}
