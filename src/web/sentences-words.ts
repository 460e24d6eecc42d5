import { texts } from '#i18n/texts.ts'

/** The sentences of answers. Domains lead; a name is never said without whose word it is. */
export const words = texts({
  en: {
    notRegistered: 'Not in the registry. That does not make it fake.',
    domainNotRegistered: 'Not in the registry. That does not make it fake.',
    whose:
      '{relation, select, employee {that of somebody who works there} partner {a partner’s} reseller {a reseller’s} fan {run by fans} parked {its own, held in reserve and not used} other {its own}}',
    verified: 'Yes. {domain} says this account is {whose}, and the account agrees.',
    verifiedOther: 'Not {domain} itself. {domain} says this account is {whose}, and the account agrees.',
    atRisk:
      '{since} {domain} said this account is {whose}, and the account agreed; one of the two proofs is failing now.',
    lapsed:
      'No longer proved. {domain} once said this account is {whose}, and the account agreed; a proof has ended.',
    suspended: 'Do not trust it for now. The entry of this account under {domain} is suspended.',
    disputeDecided:
      'A dispute decided that this is not an account of {domain}. Whose it is, the registry does not know.',
    notOurs: '{domain} says this is not its account. Whose it is, the registry does not know.',
    declaredByNobody:
      'Not confirmed. A domain says that this is its account; the account has not confirmed it.',
    declaredByMany:
      'Not confirmed. {count, plural, one {# domain says} other {# domains say}} that this is their account; the account has confirmed none of them.',
    declaredOther:
      'Not confirmed. {domain} says that this account is {whose}; the account has not confirmed it.',
    declared: 'Not confirmed. {domain} says that this is its account; the account has not confirmed it.',
    notConfirmed: 'Not confirmed at the last look.',
    notConfirmedSince: 'Not confirmed since {at, date, day}.',
    frozen:
      'Do not trust it for now. The people of {domain} froze all its accounts on {at, date, day}, as brands do when they were hacked.',
    part: ' {asked} is part of it.',
    own: '{reviewed, select, yes {} other {, by their own name,}}',
    controlled: '{name}’s people{own} control {domain}.{part}',
    domainAtRisk:
      'Not confirmed at the last look. {name}’s people{own} showed that they control {domain}; that proof is failing.{part}',
    domainLapsed: 'No longer proved. {name}’s people{own} once showed that they control {domain}.',
    domainSuspended: 'Do not trust it for now. The entry of {domain} is suspended.',
    names:
      '{count, plural, =0 {Nobody in the registry goes by this name. That does not make it fake.} one {One brand goes by this name. A name proves nothing: look at the domain.} other {# brands go by this name. A name proves nothing: look at the domains.}}',
    brandControlled: '{name}’s people{own} control {domain}, and say what is theirs below.',
    brandAtRisk:
      '{name}’s people{own} controlled {domain} until lately. The last look did not find their proof.',
    brandSuspended: 'Do not trust this entry for now. It is suspended.',
    brandLapsed: '{name}’s people{own} once showed that they control {domain}. That is no longer proved.',
    absent: '{domain} says that it has no account on {platforms}.',
    disputed: 'Somebody disputes this entry, and no decision has been made yet.',
    anybody:
      '{count, plural, one {Anybody may say so of any account.} other {None of them is more right than another: anybody may say so of any account.}}',
    unknownAccount:
      'Most genuine accounts are not registered yet. Before you trust it, look for a link to it on the brand’s own website.',
    unknownDomain:
      'Most genuine domains are not registered yet. The registry knows nothing for it or against it.',
  },
  es: {
    notRegistered: 'No está en el registro. Eso no significa que sea falsa.',
    domainNotRegistered: 'No está en el registro. Eso no significa que sea falso.',
    whose:
      '{relation, select, employee {de alguien que trabaja ahí} partner {de un socio} reseller {de un distribuidor} fan {de fans} parked {suya, reservada y sin uso} other {suya}}',
    verified: 'Sí. {domain} dice que esta cuenta es {whose}, y la cuenta lo confirma.',
    verifiedOther:
      'Aquí no habla {domain}. {domain} dice que esta cuenta es {whose}, y la cuenta lo confirma.',
    atRisk:
      '{since} {domain} dijo que esta cuenta es {whose}, y la cuenta lo confirmó; ahora falla una de las dos pruebas.',
    lapsed:
      'Ya no está acreditada. {domain} dijo en su día que esta cuenta es {whose}, y la cuenta lo confirmó; una de las pruebas ha terminado.',
    suspended: 'No confíes en ella por ahora. La ficha de esta cuenta en {domain} está en suspenso.',
    disputeDecided:
      'Una disputa resolvió que esta cuenta no es de {domain}. El registro no sabe de quién es.',
    notOurs: '{domain} dice que esta cuenta no es suya. El registro no sabe de quién es.',
    declaredByNobody:
      'Sin confirmar. Un dominio dice que esta cuenta es suya; la cuenta no lo ha confirmado.',
    declaredByMany:
      'Sin confirmar. {count, plural, one {# dominio dice} other {# dominios dicen}} que esta cuenta es suya; la cuenta no ha confirmado a ninguno.',
    declaredOther: 'Sin confirmar. {domain} dice que esta cuenta es {whose}; la cuenta no lo ha confirmado.',
    declared: 'Sin confirmar. {domain} dice que esta cuenta es suya; la cuenta no lo ha confirmado.',
    notConfirmed: 'Sin confirmar en la última comprobación.',
    notConfirmedSince: 'Sin confirmar desde el {at, date, day}.',
    frozen:
      'No confíes en él por ahora. El equipo de {domain} congeló todas sus cuentas el {at, date, day}, como hacen las marcas cuando sufren un ataque.',
    part: ' {asked} forma parte de él.',
    own: '{reviewed, select, yes {} other {, que se presenta así,}}',
    controlled: 'El equipo de {name}{own} controla {domain}.{part}',
    domainAtRisk:
      'Sin confirmar en la última comprobación. El equipo de {name}{own} demostró que controla {domain}; esa prueba está fallando.{part}',
    domainLapsed:
      'Ya no está acreditado. El equipo de {name}{own} demostró en su día que controlaba {domain}.',
    domainSuspended: 'No confíes en él por ahora. La ficha de {domain} está en suspenso.',
    names:
      '{count, plural, =0 {Nadie en el registro usa este nombre. Eso no significa que sea falso.} one {Una marca usa este nombre. Un nombre no demuestra nada: fíjate en el dominio.} other {# marcas usan este nombre. Un nombre no demuestra nada: fíjate en los dominios.}}',
    brandControlled: 'El equipo de {name}{own} controla {domain} y dice abajo qué es suyo.',
    brandAtRisk:
      'El equipo de {name}{own} controlaba {domain} hasta hace poco. En la última comprobación no se encontró su prueba.',
    brandSuspended: 'No confíes en esta ficha por ahora. Está en suspenso.',
    brandLapsed:
      'El equipo de {name}{own} demostró en su día que controlaba {domain}. Ya no está acreditado.',
    absent: '{domain} dice que no tiene cuenta en {platforms}.',
    disputed: 'Alguien discute esta ficha y todavía no hay una decisión.',
    anybody:
      '{count, plural, one {Cualquiera puede decirlo de cualquier cuenta.} other {Ninguno tiene más razón que otro: cualquiera puede decirlo de cualquier cuenta.}}',
    unknownAccount:
      'La mayoría de las cuentas auténticas aún no están registradas. Antes de fiarte, busca un enlace a ella en la web de la propia marca.',
    unknownDomain:
      'La mayoría de los dominios auténticos aún no están registrados. El registro no sabe nada a su favor ni en su contra.',
  },
  pl: {
    notRegistered: 'Nie ma go w rejestrze. To nie znaczy, że jest fałszywe.',
    domainNotRegistered: 'Nie ma jej w rejestrze. To nie znaczy, że jest fałszywa.',
    whose:
      '{relation, select, employee {konto osoby, która tam pracuje} partner {konto partnera} reseller {konto sprzedawcy} fan {konto prowadzone przez fanów} parked {własne, trzymane w rezerwie i nieużywane} other {własne}}',
    verified: 'Tak. {domain} podaje to konto jako {whose}, a konto to potwierdza.',
    verifiedOther: 'Tu nie mówi {domain}. {domain} podaje to konto jako {whose}, a konto to potwierdza.',
    atRisk:
      '{since} Domena {domain} podawała to konto jako {whose}, a konto to potwierdzało; teraz jeden z dwóch dowodów zawodzi.',
    lapsed:
      'Już niepotwierdzone. Domena {domain} podawała kiedyś to konto jako {whose}, a konto to potwierdzało; jeden z dowodów wygasł.',
    suspended: 'Na razie mu nie ufaj. Wpis tego konta pod {domain} jest zawieszony.',
    disputeDecided:
      'W sporze rozstrzygnięto, że to konto nie należy do {domain}. Czyje jest, rejestr nie wie.',
    notOurs: 'Domena {domain} podaje, że to nie jest jej konto. Czyje jest, rejestr nie wie.',
    declaredByNobody:
      'Niepotwierdzone. Pewna domena podaje to konto jako własne; konto tego nie potwierdziło.',
    declaredByMany:
      'Niepotwierdzone. {count, plural, one {# domena podaje} few {# domeny podają} many {# domen podaje} other {# domeny podają}} to konto jako własne; konto nie potwierdziło żadnej z nich.',
    declaredOther: 'Niepotwierdzone. {domain} podaje to konto jako {whose}; konto tego nie potwierdziło.',
    declared: 'Niepotwierdzone. {domain} podaje to konto jako własne; konto tego nie potwierdziło.',
    notConfirmed: 'Niepotwierdzone przy ostatnim sprawdzeniu.',
    notConfirmedSince: 'Niepotwierdzone od {at, date, day}.',
    frozen:
      'Na razie jej nie ufaj. Ludzie z {domain} zamrozili {at, date, day} wszystkie jej konta, jak robią marki po włamaniu.',
    part: ' {asked} jest jej częścią.',
    own: '{reviewed, select, yes {} other { (nazwa podana przez nich samych)}}',
    controlled: 'Ludzie z {name}{own} kontrolują domenę {domain}.{part}',
    domainAtRisk:
      'Niepotwierdzona przy ostatnim sprawdzeniu. Ludzie z {name}{own} wykazali, że kontrolują {domain}; ten dowód zawodzi.{part}',
    domainLapsed: 'Już niepotwierdzona. Ludzie z {name}{own} wykazali kiedyś, że kontrolują {domain}.',
    domainSuspended: 'Na razie jej nie ufaj. Wpis {domain} jest zawieszony.',
    names:
      '{count, plural, =0 {Nikt w rejestrze nie używa tej nazwy. To nie znaczy, że jest fałszywa.} one {Jedna marka używa tej nazwy. Nazwa niczego nie dowodzi: spójrz na domenę.} few {# marki używają tej nazwy. Nazwa niczego nie dowodzi: spójrz na domeny.} many {# marek używa tej nazwy. Nazwa niczego nie dowodzi: spójrz na domeny.} other {# marki używają tej nazwy. Nazwa niczego nie dowodzi: spójrz na domeny.}}',
    brandControlled: 'Ludzie z {name}{own} kontrolują {domain} i podają poniżej, co do nich należy.',
    brandAtRisk:
      'Ludzie z {name}{own} do niedawna kontrolowali {domain}. Ostatnie sprawdzenie nie znalazło ich dowodu.',
    brandSuspended: 'Na razie nie ufaj temu wpisowi. Jest zawieszony.',
    brandLapsed:
      'Ludzie z {name}{own} wykazali kiedyś, że kontrolują {domain}. To już nie jest potwierdzone.',
    absent: '{domain} podaje, że nie ma konta w serwisach: {platforms}.',
    disputed: 'Ktoś kwestionuje ten wpis i nie ma jeszcze rozstrzygnięcia.',
    anybody:
      '{count, plural, one {Każdy może tak powiedzieć o dowolnym koncie.} few {Żadna z nich nie ma większej racji: każdy może tak powiedzieć o dowolnym koncie.} many {Żadna z nich nie ma większej racji: każdy może tak powiedzieć o dowolnym koncie.} other {Żadna z nich nie ma większej racji: każdy może tak powiedzieć o dowolnym koncie.}}',
    unknownAccount:
      'Większości prawdziwych kont nie ma jeszcze w rejestrze. Zanim zaufasz, poszukaj odnośnika do konta na stronie samej marki.',
    unknownDomain:
      'Większości prawdziwych domen nie ma jeszcze w rejestrze. Rejestr nie wie nic ani za nią, ani przeciw niej.',
  },
})
