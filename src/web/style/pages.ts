export const pages = `
.lookup .field { display: flex; flex-wrap: wrap; gap: .6rem }
.lookup input { flex: 1 1 14rem; width: auto; min-width: 0; min-height: 3.3rem; font-size: 1.1rem }
.lookup button { flex: 0 1 auto }
.badge textarea { margin-bottom: .5rem }
.badge img { max-width: 100%; min-height: 1.25rem }
.wrong { margin-top: 1.5rem; max-width: 40rem; font-size: .95rem }
.hero { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 21rem); align-items: center; gap: 0 2.5rem; padding: clamp(2rem, 6vw, 4rem) 0 clamp(2rem, 6vw, 3.5rem) }
.hero .lede { margin-top: 1rem }
.hero .lookup { grid-column: 1 / -1; margin-top: 2.5rem }
.hero h1 { font-size: clamp(2.1rem, 1.2rem + 4vw, 3.4rem) }
.ends { width: 100%; color: var(--link) }
.ends > g { opacity: .8 }
.ends text { fill: currentColor; font: italic 9.5px var(--serif) }
.people { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0 2.5rem; border-top: 1px solid var(--line) }
.people article { display: flex; flex-direction: column; gap: .5rem; padding: 1.6rem 0 }
.people a { margin-top: auto; padding: .3rem 0 }
.key { margin-top: 2.5rem }
.key dl { margin: .9rem 0; border-top: 1px solid var(--line) }
.key div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
main > .lookup { padding-top: 1.5rem }
.deed {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 2rem clamp(1.25rem, 4vw, 2.5rem);
  margin-top: 1.75rem;
  padding: clamp(1.25rem, 4.5vw, 2.75rem);
  background: var(--sheet);
  border: 1px solid var(--line);
  outline: 1px solid var(--line);
  outline-offset: -7px;
}
.deed > :not(.seal, .statement) { grid-column: 1 / -1 }
.statement { align-self: center; display: grid; gap: .7rem; min-width: 0 }
.statement h1 { font-size: clamp(1.5rem, 1.1rem + 1.9vw, 2.15rem) }
.asked { display: flex; flex-wrap: wrap; gap: .3rem 1rem; color: var(--soft); font-size: 1rem }
.second { font-size: 1.15rem }
.deed section > .fine { margin-top: .4rem }
.proofs ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; margin-top: .8rem }
.proofs li { padding: 1rem 1.1rem; border: 1px solid var(--line); border-left: 3px solid var(--tone) }
.end { font-weight: 600 }
.badge p { margin: .7rem 0 }
.filter { display: grid; grid-template-columns: 2fr 1fr auto; align-items: end; gap: .8rem; margin: 1.5rem 0 }
.verify { display: grid; gap: 1.4rem; margin: 2rem 0; max-width: 44rem }
.verify button { justify-self: start; min-height: 3.3rem }
.verify .fine { margin-top: .35rem }
.verify input[type="file"] { padding: .8rem; border-style: dashed; height: auto; min-height: 4.5rem }
h2 + .facts { margin-top: .7rem }
.prose { display: grid; gap: 2rem; max-width: 44rem; padding-top: 2.5rem }
.prose section { display: grid; gap: .8rem }
.points { display: grid; gap: .7rem }
.points li { padding-left: 1.1rem; border-left: 3px solid var(--line) }
.problem { padding: clamp(2.5rem, 7vw, 5rem) 0 }
.problem .lede { margin: .8rem 0 2rem }
@media (max-width: 38rem) {
  .deed, .hero { grid-template-columns: minmax(0, 1fr) }
  .ends { order: -1; max-width: 15rem; margin-bottom: 1.5rem }
  .hero .lookup { margin-top: 1.75rem }
  .filter, .key div { grid-template-columns: minmax(0, 1fr) }
  .seal { width: 7rem }
}
`
