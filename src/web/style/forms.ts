/** Fields, buttons and what stands around them. Their names are listed in parts.ts. */
export const forms = `
label, legend { display: block; font-size: .95rem; font-weight: 600; margin-bottom: .35rem; padding: 0 }
input, select, textarea, button, .button { font: inherit; color: inherit; border-radius: .45rem; min-height: 2.75rem; max-width: 100% }
input, select, textarea { background: var(--sheet); border: 1px solid var(--edge); padding: .5rem .8rem; width: 100% }
select { padding-right: .4rem }
:is(input, select, textarea):hover { border-color: var(--ink) }
[aria-invalid="true"] { border: 2px solid var(--stop) }
:is(input, button):disabled { opacity: .6; cursor: not-allowed }
::placeholder { color: var(--soft); opacity: 1 }
textarea { font: .9rem/1.5 var(--mono); resize: vertical }
input:is([type="checkbox"], [type="radio"]) { width: 1.25rem; height: 1.25rem; min-height: 0; margin: .15rem 0 0; flex: none; accent-color: var(--link) }
::file-selector-button { font: inherit; font-weight: 600; color: var(--ink); background: var(--tint); border: 1px solid var(--edge); border-radius: .35rem; padding: .35rem .8rem; margin-right: .8rem; cursor: pointer }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
button, .button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: .5rem;
  padding: .5rem 1.2rem;
  border: 1px solid var(--link);
  background: var(--link);
  color: var(--on-link);
  font-weight: 600;
  line-height: 1.25;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
:is(button, .button):hover { background: var(--ink); border-color: var(--ink); color: var(--paper) }
:is(button, .button).plain { background: transparent; border-color: var(--edge); color: var(--ink) }
:is(button, .button).plain:hover { background: var(--tint); border-color: var(--ink) }
:is(button, .button).danger { background: transparent; border-color: var(--stop); color: var(--stop) }
:is(button, .button).danger:hover { background: var(--stop); color: var(--sheet) }
:is(button, .button).small { min-height: 2.1rem; padding: .25rem .8rem; font-size: .92rem }
button.link { min-height: 0; padding: 0; border: 0; background: none; color: var(--link); font-weight: inherit; text-decoration: underline }
button.link:hover { background: none; color: var(--ink) }
:is(button, .button) svg { width: 1.1em; flex: none }
.form { display: grid; gap: 1.25rem; max-width: 34rem }
.form > button { justify-self: start }
.field > .fine, .field > .error { margin-top: .35rem }
.error { color: var(--stop); font-size: .95rem; font-weight: 600 }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .7rem }
.choice { display: flex; gap: .7rem; align-items: start; font-weight: 400; font-size: 1rem; margin: 0; padding: .45rem 0 }
.options { display: grid; gap: .6rem }
.options .choice { padding: .9rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round) }
.options .choice:has(:checked) { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link) }
.digits { max-width: 13rem; font: 1.5rem/1 var(--mono); letter-spacing: .3em; text-align: center }
.copy { display: flex; gap: .5rem; align-items: stretch; max-width: 100% }
.copy > :first-child { flex: 1; min-width: 0; margin: 0; padding: .6rem .8rem; background: var(--tint); border: 1px solid var(--line); border-radius: .45rem; font: .9rem/1.5 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap }
.copy > button { flex: none; align-self: start }
`
