import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { Say } from './text.tsx'

const words = texts({
  en: {
    wrong:
      '<strong>Is this wrong?</strong> The registry follows proofs, not opinions. If it is your domain or your account, <prove>prove it</prove>, and the entry changes by itself. For anything else, <tell>tell us</tell>.',
  },
  es: {
    wrong:
      '<strong>¿Está mal?</strong> El registro se guía por pruebas, no por opiniones. Si es tu dominio o tu cuenta, <prove>acredítalo</prove> y la ficha cambiará sola. Para todo lo demás, <tell>avísanos</tell>.',
  },
  pl: {
    wrong:
      '<strong>Coś się nie zgadza?</strong> Rejestr kieruje się dowodami, nie opiniami. Jeśli to twoja domena albo twoje konto, <prove>wykaż to</prove>, a wpis zmieni się sam. W każdej innej sprawie <tell>daj nam znać</tell>.',
  },
})

/** The way out for whoever knows better. */
export function WrongLine({ about }: { readonly about: string }) {
  const { parts } = useTexts(words)
  const tell = { to: `/abuse?about=${encodeURIComponent(about)}` }
  return (
    <p class="wrong">
      <Say sentence={parts('wrong', { prove: { to: '/register' }, tell })} />
    </p>
  )
}
