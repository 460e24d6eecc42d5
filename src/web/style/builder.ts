export const builder = `
.why { margin: 1.2rem 0 0 }
.choices {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
  align-items: end;
  gap: .9rem 1rem;
  margin: 1.75rem 0 0;
  padding: 1.2rem;
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: var(--round);
}
.choices > div { min-width: 0 }
.announced { min-height: 1.6em; margin: .4rem 0; color: var(--soft); font-size: .92rem }
.previews table { width: 100%; margin-top: .8rem; border-collapse: collapse; table-layout: fixed; text-align: left }
.previews th, .previews td { padding: .9rem; border: 1px solid var(--line); vertical-align: middle; font-weight: 400 }
.previews th { color: var(--soft); font-size: .95rem; font-weight: 600 }
.previews tr > :first-child { width: 8rem }
.previews thead td { border: 0 }
.previews td { font-size: .95rem }
.previews img { display: block; max-width: 100% }
.ground.light { background: #fff; color: #16191d }
.ground.dark { background: #0b0e10; color: #eef0f2 }
.codes, #result + .about { margin-top: 2.5rem }
.codes article { margin-top: 1.4rem; padding: 1.2rem; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round) }
.codes h3 { margin: 1.4rem 0 .4rem }
.codes article h3 { margin-top: 0 }
.codes h3 label { font: inherit; margin: 0 }
.codes textarea { display: block; margin-top: .8rem; overflow-wrap: anywhere; field-sizing: content }
.codes textarea + button { margin-top: .6rem; min-height: 2.4rem; background: transparent; border-color: var(--edge); color: var(--ink) }
.codes textarea + button:hover { background: var(--tint) }
.about p { margin: .6rem 0 }
.sites { list-style: disc; padding-left: 1.4rem }
@media (max-width: 38rem) {
  .previews table, .previews tbody, .previews tr, .previews td, .previews tbody th { display: block; width: auto }
  .previews thead { display: none }
  .previews tr > :first-child { width: auto }
  .previews tbody th { border: 0; padding: 1.2rem 0 .4rem; color: var(--ink) }
  .previews td::before { content: attr(data-on); display: block; margin-bottom: .5rem; color: var(--soft); font: 400 .85rem/1.4 var(--sans) }
  .ground.light::before { color: #4a525b }
  .ground.dark::before { color: #b4bcc5 }
}
`
