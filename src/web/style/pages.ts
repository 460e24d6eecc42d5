export const pages = `
.lookup .ask { display: flex; flex-wrap: wrap; gap: .6rem; align-items: start }
.lookup textarea { flex: 1 1 14rem; width: auto; min-width: 0; min-height: 3.3rem; max-height: 40vh; padding: .75rem .9rem; font: 1.1rem/1.5 var(--sans); field-sizing: content; resize: vertical }
.lookup button { flex: 0 1 auto; min-height: 3.3rem }
.lookup .fine { margin-top: .45rem }
main > .lookup { padding-top: 1.75rem }
.hero { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 20rem); align-items: center; gap: 2.5rem clamp(2rem, 5vw, 4rem); padding: clamp(2rem, 6vw, 4.5rem) 0 clamp(2.5rem, 6vw, 4rem) }
.hero h1 { font-size: clamp(2rem, 1.2rem + 3.4vw, 3.2rem) }
.hero .lede { margin: 1rem 0 1.75rem }
.sample figcaption { margin-bottom: .5rem; text-align: center }
.sample .sheet { display: grid; justify-items: center; gap: 1rem; padding: 1.75rem 1.5rem 1.25rem; outline: 1px solid var(--line); outline-offset: -7px }
.sample .seal { width: 7.5rem }
.sample .seal + .fine { margin-bottom: -.6rem }
.sample .said { font: 600 1.15rem/1.35 var(--serif); text-align: center; text-wrap: balance }
.sample ul { width: 100%; border-top: 1px solid var(--line) }
.sample li { padding: .6rem .2rem; border-bottom: 1px solid var(--line); font-size: .95rem }
.sample li:last-child { border: 0 }
.sample li span { display: block }
.how { counter-reset: how; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12.5rem, 100%), 1fr)); gap: 1.5rem 2.5rem; margin-top: 1.2rem }
.how li { counter-increment: how; border-top: 2px solid var(--link); padding-top: .9rem }
.how li::before { content: counter(how); display: block; font: 600 1.5rem/1 var(--serif); color: var(--link); margin-bottom: .5rem }
.how p { margin-top: .35rem; color: var(--soft) }
.people { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12.5rem, 100%), 1fr)); gap: 1rem; margin-top: 3.5rem }
.people article { display: flex; flex-direction: column; gap: .5rem }
.people a { margin-top: auto; padding: .3rem 0; font-weight: 600 }
.key { margin-top: 3.5rem }
.key dl { margin: .9rem 0; border-top: 1px solid var(--line) }
.key div { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1rem; padding: .65rem 0; border-bottom: 1px solid var(--line) }
.deed {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 2rem clamp(1.25rem, 4vw, 2.5rem);
  margin-top: 1.75rem;
  padding: clamp(1.25rem, 4.5vw, 2.75rem);
  background: var(--sheet);
  border: 1px solid var(--line);
  border-top: 4px solid var(--tone, var(--link));
  border-radius: var(--round);
  box-shadow: var(--lift);
}
.deed > :not(.seal, .statement) { grid-column: 1 / -1 }
.many { gap: 1rem }
.statement { align-self: center; display: grid; gap: .7rem; min-width: 0 }
.statement h1 { font-size: clamp(1.45rem, 1.1rem + 1.6vw, 2rem) }
.asked { display: flex; flex-wrap: wrap; gap: .3rem 1rem; color: var(--soft) }
.second { font-size: 1.15rem }
.deed section > .fine { margin-top: .4rem }
.proofs ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; margin-top: .8rem }
.proofs li { padding: 1rem 1.1rem; border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: .45rem }
.end { font-weight: 650 }
.tally { display: inline-flex; gap: .35rem; align-items: baseline }
.tally .mark { align-self: center }
.badge p { margin: .7rem 0 }
.badge textarea { margin-bottom: .5rem }
.badge img { max-width: 100%; min-height: 1.25rem }
.rows > .alike { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .5rem 1rem }
.sides div { min-width: 0; padding: .6rem .9rem; background: var(--tint); border-radius: .45rem }
.sides dt { font-size: .85rem; color: var(--soft) }
.sides dd { margin: 0; font: 1.25rem/1.5 var(--mono); overflow-wrap: anywhere }
mark { color: var(--stop); background: none; font-weight: 700; border-bottom: 3px solid }
.wrong { margin-top: 1.5rem; max-width: 42rem; font-size: .95rem; color: var(--soft) }
.filter { display: grid; grid-template-columns: 2fr 1fr auto; align-items: end; gap: .8rem; margin: 1.5rem 0 }
.verify { display: grid; gap: 1.4rem; margin: 2rem 0; max-width: 44rem }
.verify button { justify-self: start; min-height: 3.1rem }
.verify .fine { margin-top: .35rem }
.verify input[type="file"] { padding: .8rem; border-style: dashed; height: auto; min-height: 4.5rem }
.notice { margin: 1.5rem 0 }
h2 + .facts { margin-top: .7rem }
.prose { display: grid; grid-template-columns: minmax(0, 44rem); gap: 2rem; padding-top: 2.5rem }
.prose > h1 + .lede { margin-top: -1.2rem }
.prose section { display: grid; gap: .8rem }
.points { display: grid; gap: .7rem }
.points li { padding-left: 1.1rem; border-left: 3px solid var(--line) }
.problem { padding: clamp(2.5rem, 7vw, 5rem) 0; max-width: 44rem }
.problem .lede { margin: .8rem 0 2rem }
@media (max-width: 30rem) {
  .lookup button, .filter button { flex: 1 1 100% }
  .top nav { gap: 0 1.1rem; font-size: .95rem }
}
@media (max-width: 46rem) {
  .deed, .hero { grid-template-columns: minmax(0, 1fr) }
  .filter, .key div { grid-template-columns: minmax(0, 1fr) }
  .deed > .seal { display: flex; align-items: center; gap: 1rem; width: auto; text-align: left }
  .deed > .seal svg { width: 5rem; flex: none }
  .deed > .seal p { margin: 0; font-size: 1.2rem }
  .deed { gap: 1.5rem }
  .sample .sheet { max-width: 22rem; margin: auto }
}
`
