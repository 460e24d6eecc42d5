import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { ProsePage } from '#web/parts/prose.tsx'

const words = texts({
  en: {
    title: 'Terms',
    lede: 'What this registry promises, what it does not, and what it asks of those who use it.',
    answers: 'What an answer is worth',
    proofsOnly:
      'An answer says what was proved and when it was last seen. It says nothing about honesty, quality or the law, and a name is only somebody’s own word until it was reviewed.',
    mayErr:
      'We look every day and show the dates, but we may err or be late. What you decide on an answer is your decision; for what matters, ask the brand by a way that you know.',
    register: 'Who may register',
    control: 'Whoever controls a domain may prove it and say which accounts are theirs.',
    noTricks:
      'You may not claim accounts to pass for somebody else, register a look-alike of another’s domain to deceive, or get round a proof.',
    public:
      'What is registered is public, and stays in a public log: decisions are added to, never taken out.',
    act: 'What we may do',
    suspend:
      'We may suspend an entry while something is under review. Each such act is in the public log, with its reason.',
    end: 'You may leave at any time: withdraw what you registered, and what can be erased is erased.',
    free: 'Use of answers',
    share: 'Answers and badges may be shared and embedded by anybody, unchanged.',
    fair: 'Programs are welcome at the API. Who asks so much that others wait is slowed down.',
    asIs: 'The service is offered as it is, without warranty, so far as the law allows.',
  },
  es: {
    title: 'Condiciones',
    lede: 'Qué promete este registro, qué no, y qué pide a quienes lo usan.',
    answers: 'Qué vale una respuesta',
    proofsOnly:
      'Una respuesta dice qué se ha acreditado y cuándo se vio por última vez. No dice nada de honradez, calidad ni legalidad, y un nombre es solo la palabra de quien lo usa hasta que se revisa.',
    mayErr:
      'Miramos todos los días y mostramos las fechas, pero podemos equivocarnos o llegar tarde. Lo que decidas con una respuesta es decisión tuya; si es importante, pregunta a la marca por una vía que conozcas.',
    register: 'Quién puede registrarse',
    control: 'Quien controla un dominio puede acreditarlo y decir qué cuentas son suyas.',
    noTricks:
      'No puedes reclamar cuentas para hacerte pasar por otro, registrar un dominio parecido al de otro para engañar ni esquivar una prueba.',
    public:
      'Lo registrado es público y queda en un registro público de decisiones: se añade, nunca se quita.',
    act: 'Qué podemos hacer',
    suspend:
      'Podemos dejar una ficha en suspenso mientras se revisa. Cada acto así queda en el registro público, con su motivo.',
    end: 'Puedes irte cuando quieras: retira lo que registraste y se borra lo que se puede borrar.',
    free: 'Uso de las respuestas',
    share: 'Cualquiera puede compartir e incrustar respuestas y distintivos, sin cambiarlos.',
    fair: 'Los programas son bienvenidos en la API. A quien pregunta tanto que los demás esperan se le frena.',
    asIs: 'El servicio se ofrece tal cual, sin garantías, en la medida en que la ley lo permite.',
  },
  pl: {
    title: 'Warunki',
    lede: 'Co ten rejestr obiecuje, czego nie obiecuje i o co prosi tych, którzy z niego korzystają.',
    answers: 'Ile warta jest odpowiedź',
    proofsOnly:
      'Odpowiedź mówi, co wykazano i kiedy to ostatnio widziano. Nie mówi nic o uczciwości, jakości ani prawie, a nazwa jest tylko słowem tego, kto jej używa, dopóki jej nie sprawdzono.',
    mayErr:
      'Sprawdzamy codziennie i podajemy daty, ale możemy się pomylić albo spóźnić. To, co postanowisz na podstawie odpowiedzi, jest twoją decyzją; w ważnych sprawach zapytaj markę znaną ci drogą.',
    register: 'Kto może się zarejestrować',
    control: 'Kto kontroluje domenę, może ją potwierdzić i podać, które konta do niego należą.',
    noTricks:
      'Nie wolno podawać cudzych kont, aby uchodzić za kogoś innego, rejestrować domeny podobnej do cudzej w celu oszustwa ani obchodzić dowodów.',
    public:
      'To, co zarejestrowano, jest publiczne i pozostaje w publicznym dzienniku: decyzje się dopisuje, nigdy nie usuwa.',
    act: 'Co możemy zrobić',
    suspend:
      'Możemy zawiesić wpis na czas sprawdzania. Każde takie działanie trafia do publicznego dziennika wraz z powodem.',
    end: 'Możesz odejść w każdej chwili: wycofaj to, co zarejestrowano, a co da się usunąć, zostanie usunięte.',
    free: 'Korzystanie z odpowiedzi',
    share: 'Odpowiedzi i odznaki każdy może udostępniać i osadzać bez zmian.',
    fair: 'Programy są mile widziane w API. Kto pyta tak dużo, że inni czekają, zostaje spowolniony.',
    asIs: 'Usługa jest udostępniana taka, jaka jest, bez gwarancji, w zakresie dozwolonym przez prawo.',
  },
})

const chapters = [
  ['answers', ['proofsOnly', 'mayErr']],
  ['register', ['control', 'noTricks', 'public']],
  ['act', ['suspend', 'end']],
  ['free', ['share', 'fair', 'asIs']],
] as const

export function TermsPage({ publicUrl }: { readonly publicUrl: string }) {
  const say = useTexts(words)
  return (
    <ProsePage
      title={say('title')}
      lede={say('lede')}
      canonical={`${publicUrl}/terms`}
      chapters={chapters.map(([title, points]) => ({
        title: say(title),
        points: points.map((point) => say.parts(point)),
      }))}
    />
  )
}
