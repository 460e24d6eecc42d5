type Props = { readonly value?: string }

/** The one question. A plain GET form, so that every answer has an address. */
export function LookupBox({ value = '' }: Props) {
  return (
    <form class="lookup" role="search" action="/" method="get">
      <label for="q">An account, a link, a domain or a name</label>
      <div class="field">
        <input
          id="q"
          name="q"
          type="search"
          value={value}
          required
          maxlength={2048}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="instagram.com/acme"
        />
        <button type="submit">Look up</button>
      </div>
    </form>
  )
}
