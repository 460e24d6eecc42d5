import { texts } from '#i18n/texts.ts'
import type { Language } from '#i18n/languages.ts'
import type { Sentence } from '#i18n/sentence.ts'
import type { Event, ToldAct } from '#registry/history.ts'

const words = texts<ToldAct | 'something'>({
  en: {
    something: 'something that was erased since',
    'domain.proved': '{about}: its people showed that they control it.',
    'domain.failing': '{about}: the proof was no longer found.',
    'domain.recovered': '{about}: the proof was found again.',
    'domain.lapsed': '{about}: the proof ended.',
    'domain.passed': '{about} passed to another organisation, which showed control of it throughout.',
    'domain.matured': '{about}: the proof held for three days and is public now.',
    'domain.suspended': '{about} was suspended.',
    'domain.released': '{about} was given up.',
    'claim.verified': '{about} agreed: it is an account of {slug}.',
    'claim.failing': '{about} no longer points to {slug}.',
    'claim.recovered': '{about} points to {slug} again.',
    'claim.lapsed': '{about}: the proof that it is of {slug} ended.',
    'claim.suspended': '{about} was suspended: do not trust it.',
    'claim.reopened': '{about} is no longer suspended.',
    'claim.renamed': '{about} is the new name of an account of {slug}.',
    'claim.withdrawn': '{slug} no longer says that {about} is its account.',
    'account.disavowed': '{slug} said that {about} is not its account.',
    'account.disavowal_withdrawn': '{slug} no longer says that {about} is not its account.',
    'brand.frozen': 'The people of {slug} froze all its accounts, as brands do when they were hacked.',
    'brand.thawed': 'The people of {slug} lifted the freeze of its accounts.',
    'brand.regained':
      'The brand at {slug} passed to another organisation, which showed control of the domain for three days.',
  },
  es: {
    something: 'algo que se borró después',
    'domain.proved': '{about}: sus responsables demostraron que lo controlan.',
    'domain.failing': '{about}: la prueba ya no se encontró.',
    'domain.recovered': '{about}: la prueba volvió a encontrarse.',
    'domain.lapsed': '{about}: la prueba caducó.',
    'domain.passed': '{about} pasó a otra organización, que demostró su control todo el tiempo.',
    'domain.matured': '{about}: la prueba se mantuvo tres días y ya es pública.',
    'domain.suspended': '{about} fue suspendido.',
    'domain.released': '{about} fue abandonado.',
    'claim.verified': '{about} lo confirmó: es una cuenta de {slug}.',
    'claim.failing': '{about} ya no enlaza con {slug}.',
    'claim.recovered': '{about} vuelve a enlazar con {slug}.',
    'claim.lapsed': '{about}: caducó la prueba de que es de {slug}.',
    'claim.suspended': '{about} fue suspendida: no te fíes de ella.',
    'claim.reopened': '{about} ya no está suspendida.',
    'claim.renamed': '{about} es el nuevo nombre de una cuenta de {slug}.',
    'claim.withdrawn': '{slug} ya no dice que {about} sea una cuenta suya.',
    'account.disavowed': '{slug} dijo que {about} no es una cuenta suya.',
    'account.disavowal_withdrawn': '{slug} ya no dice que {about} no sea una cuenta suya.',
    'brand.frozen': 'Los responsables de {slug} congelaron todas sus cuentas, como se hace tras un ataque.',
    'brand.thawed': 'Los responsables de {slug} descongelaron sus cuentas.',
    'brand.regained':
      'La marca de {slug} pasó a otra organización, que demostró durante tres días que controla el dominio.',
  },
  pl: {
    something: 'coś, co później usunięto',
    'domain.proved': '{about}: właściciele wykazali, że kontrolują tę domenę.',
    'domain.failing': '{about}: dowodu już nie znaleziono.',
    'domain.recovered': '{about}: dowód znów znaleziono.',
    'domain.lapsed': '{about}: dowód wygasł.',
    'domain.passed': '{about}: domenę przejęła inna organizacja, która cały czas wykazywała kontrolę.',
    'domain.matured': '{about}: dowód utrzymał się trzy dni i jest już publiczny.',
    'domain.suspended': '{about}: domenę zawieszono.',
    'domain.released': '{about}: z domeny zrezygnowano.',
    'claim.verified': '{about}: konto potwierdziło, że należy do {slug}.',
    'claim.failing': '{about}: konto nie wskazuje już na {slug}.',
    'claim.recovered': '{about}: konto znów wskazuje na {slug}.',
    'claim.lapsed': '{about}: wygasł dowód, że konto należy do {slug}.',
    'claim.suspended': '{about}: konto zawieszono, nie ufaj mu.',
    'claim.reopened': '{about}: konto nie jest już zawieszone.',
    'claim.renamed': '{about} to nowa nazwa konta {slug}.',
    'claim.withdrawn': '{slug} nie podaje już {about} jako swojego konta.',
    'account.disavowed': '{slug} oświadcza, że {about} nie jest kontem tej marki.',
    'account.disavowal_withdrawn': '{slug} wycofuje oświadczenie, że {about} nie jest kontem tej marki.',
    'brand.frozen': 'Właściciele {slug} zamrozili wszystkie konta, jak robi się po włamaniu.',
    'brand.thawed': 'Właściciele {slug} odmrozili swoje konta.',
    'brand.regained':
      'Markę {slug} przejęła inna organizacja, która przez trzy dni wykazywała kontrolę nad domeną.',
  },
})

/** A decision in one sentence. */
export function eventSentence(language: Language, { act, slug, about }: Event): Sentence {
  const say = words(language)
  // An account is known by its address, told without what all addresses begin with.
  const named = about === null ? say.parts('something') : about.replace(/^https:\/\//, '')
  return say.parts(act, { slug, about: named })
}
