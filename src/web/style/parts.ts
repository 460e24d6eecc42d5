export const parts = `
.tone-proved { --tone: var(--proved) }
.tone-other { --tone: var(--other) }
.tone-caution { --tone: var(--caution) }
.tone-stop { --tone: var(--stop) }
.tone-said { --tone: var(--said) }
.tone-quiet { --tone: var(--quiet) }
.drawing { stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.mark {
  display: inline-flex;
  align-items: center;
  gap: .4rem;
  color: var(--tone);
  font-size: .92rem;
  font-weight: 600;
  line-height: 1.3;
}
.mark svg { width: 1.15rem; flex: none }
.marks { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem }
.seal { color: var(--tone); width: 8.5rem; text-align: center }
.seal p { font: 600 1.1rem/1.3 var(--serif); margin-top: .5rem }
.seal .core { fill: var(--sheet); stroke: currentColor; stroke-width: 1.4 }
.seal .ring { stroke: currentColor; stroke-width: 1; stroke-dasharray: 1 3 }
.seal.tone-proved .core { fill: currentColor }
.seal.tone-proved .drawing { stroke: var(--sheet); stroke-width: 2.6 }
.fine { color: var(--soft); font-size: .92rem }
a.fine { color: var(--link) }
.tag {
  color: var(--soft);
  border: 1px solid var(--line);
  border-radius: 3px;
  padding: .05rem .4rem;
  font-size: .8rem;
  white-space: nowrap;
}
.domain { font-weight: 650 }
.platform { color: var(--soft) }
.account { font-variant-ligatures: none }
.lookup .field { display: flex; flex-wrap: wrap; gap: .6rem }
.lookup input { flex: 1 1 14rem; width: auto; min-width: 0; min-height: 3.3rem; font-size: 1.1rem }
.lookup button { flex: 0 1 auto }
.rows { border-top: 1px solid var(--line); margin-top: .7rem }
.rows li {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: .2rem 1.5rem;
  padding: .7rem 0;
  border-bottom: 1px solid var(--line);
}
.rows li > :first-child { flex: 1 1 16rem; min-width: 0 }
.facts { border-top: 1px solid var(--line) }
.facts div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
.facts dt { color: var(--soft) }
.badge textarea { margin-bottom: .5rem }
.badge img { max-width: 100%; min-height: 1.25rem }
.wrong { margin-top: 1.5rem; max-width: 40rem; font-size: .95rem }
`
