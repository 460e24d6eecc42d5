/** In the box Enter asks, as in any search field, and Shift with it begins a line. Without script the button asks. */
const box = document.querySelector<HTMLTextAreaElement>('.lookup textarea')

box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  box.form?.requestSubmit()
})

export {}
