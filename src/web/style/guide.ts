/** The developers' guides: prose with wide code, which scrolls in its own box. */
export const guide = `
.guide { max-width: 48rem }
.guide > * + * { margin-top: 1rem }
.guide :is(h2, h3) { margin-top: 2rem }
.guide ul, .guide ol { padding-left: 1.4rem; list-style: revert }
.guide pre { overflow-x: auto; padding: 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round); font-size: .86rem; line-height: 1.5 }
.guide :not(pre) > code { overflow-wrap: anywhere }
`
