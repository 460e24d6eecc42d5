/** Written by `npm run embed`; not to be edited. */
export const ownerScript = {
  integrity: 'sha384-HCl8KE0QZgcQ99KUEiPSR9H28jtEllOnuVWHwZ6UZ8JvxMgnK/8bZ1TNsq1JNlqG',
  /** The first half of its name: /embed/{version}.js is these bytes for ever. */
  version: '1c297c284d106607',
  source: "function r(e,t){return e.dataset[t]??\"\"}async function a(e){let t=document.getElementById(r(e,\"copies\"));if(t===null)return;let o=document.createRange();o.selectNodeContents(t);let n=getSelection();n?.removeAllRanges(),n?.addRange(o);try{await navigator.clipboard.writeText(t.textContent)}catch{return}let s=e.textContent;e.textContent=r(e,\"done\"),e.setAttribute(\"aria-live\",\"polite\"),setTimeout(()=>e.textContent=s,2500)}function d(){for(let e of document.querySelectorAll(\"[data-copies]\"))e.hidden=!1,e.addEventListener(\"click\",()=>{a(e)})}function l(e){let t=e.dataset.events;if(t===void 0)return;let o=new URL(t,location.href);o.searchParams.set(\"seen\",r(e,\"seen\"));let n=new EventSource(o);n.addEventListener(\"state\",({data:s})=>{let i=new DOMParser().parseFromString(s,\"text/html\");e.replaceChildren(...i.body.childNodes)}),n.addEventListener(\"over\",()=>n.close());for(let s of document.querySelectorAll(\"[data-when-live]\"))s.hidden=!1}d();var c=document.querySelector(\"#live\");c!==null&&l(c);\n",
} as const
