import { texts } from '#i18n/texts.ts'

export const words = texts({
  en: {
    title: 'What a badge says, and what it does not',
    description:
      'A badge shows which domain vouches. It does not show that a name is theirs, and it is no seal of quality. What tells a copied badge, how long one lasts, and how to check it yourself.',
    lede: 'A badge of this registry shows <strong>which domain vouches</strong>. It is a signed statement with a picture of it, and anybody can check it.',
    says: 'What it says',
    saysDomain:
      'A domain, and that its people showed this registry that they control it: they put a text there which nobody else could put there. We look every day whether it still is.',
    saysAccounts:
      'The whole badge also lists accounts, each only if both ends said so: the domain named the account and the account named the domain.',
    not: 'What it does not say',
    notName:
      '<strong>That the name is theirs.</strong> Names are given by the brand itself until somebody has reviewed them, and two honest brands may share one. Read the domain: that is what was proved.',
    notGood:
      '<strong>That they are honest, or good.</strong> It is no seal of quality, no rating and no licence.',
    notSafe:
      '<strong>That the site is safe today.</strong> A site with a badge can be broken into like any other.',
    copied: 'A picture can be copied. What tells',
    bar: '<strong>The address bar.</strong> The badge names a domain. If your browser shows another one, the badge is not for the site that you are on.',
    link: '<strong>The link.</strong> A badge leads to that brand’s page in this registry. Look whether the page is really here, and what it says now.',
    component:
      '<strong>The component.</strong> A badge shown by our component checks its signature in your browser and says “not for this site” on every site but the brand’s own.',
    verifying:
      '<strong>Verifying it.</strong> <verify>Give us the page</verify>, and we say whether the badge on it is for it.',
    lasts: 'How long it lasts',
    tenDays:
      'Ten days at most, and never longer than the proofs that it rests on. It is renewed while they stand.',
    expired: 'Expired',
    expiredText:
      'Its days are over. That may be an old copy: the brand’s page shows whether there is a fresh one.',
    revoked: 'Revoked',
    revokedText:
      'It was taken back for good, because what it said no longer holds. A fresh one may have replaced it.',
    suspended: 'Suspended',
    suspendedText:
      'It does not count for now: the brand froze it, perhaps because it was hacked, or the domain is under review. Do not trust it until that ends.',
    unconfirmed: 'Not confirmed',
    unconfirmedText: 'A proof was missing at the last look. Its owner has some days to put it back.',
    signer: 'Who signs it, and how to check it yourself',
    signerText:
      'This registry does, with a key that it publishes at <did>{address}</did>. The badge is a W3C Verifiable Credential (a JWT signed with ES256), and the lists of what was taken back are W3C Bitstring Status Lists, so you need not trust our word or our software:',
    here: '<verify>Verify it here</verify>: give the page that shows the badge, the picture, or the signed text, and see each step.',
    library:
      'With any library that reads such credentials, from did.json alone: the README of this registry’s source has the few lines for several of them.',
    offline:
      'Without the network: {command}. It then says that the signature is valid and the status unknown, because nobody was asked whether the badge was taken back.',
  },
  es: {
    title: 'Qué dice un distintivo y qué no',
    description:
      'Un distintivo muestra qué dominio da fe. No muestra que el nombre sea suyo ni es un sello de calidad. Cómo se reconoce una copia, cuánto dura y cómo comprobarlo por tu cuenta.',
    lede: 'Un distintivo de este registro muestra <strong>qué dominio da fe</strong>. Es una declaración firmada con una imagen, y cualquiera puede comprobarla.',
    says: 'Qué dice',
    saysDomain:
      'Un dominio, y que su equipo demostró a este registro que lo controla: puso en él un texto que nadie más podía poner. Miramos todos los días si sigue ahí.',
    saysAccounts:
      'El distintivo completo también enumera cuentas, y solo si lo dijeron los dos lados: el dominio nombró la cuenta y la cuenta nombró el dominio.',
    not: 'Qué no dice',
    notName:
      '<strong>Que el nombre sea suyo.</strong> El nombre lo elige la propia marca hasta que alguien lo revisa, y dos marcas honradas pueden compartirlo. Lee el dominio: eso es lo acreditado.',
    notGood:
      '<strong>Que sean honrados o buenos.</strong> No es un sello de calidad, ni una puntuación, ni una licencia.',
    notSafe:
      '<strong>Que el sitio sea seguro hoy.</strong> En un sitio con distintivo se puede entrar a la fuerza como en cualquier otro.',
    copied: 'Una imagen se puede copiar. Cómo se nota',
    bar: '<strong>La barra de direcciones.</strong> El distintivo nombra un dominio. Si tu navegador muestra otro, el distintivo no es para el sitio en el que estás.',
    link: '<strong>El enlace.</strong> Un distintivo lleva a la página de esa marca en este registro. Mira si la página está de verdad aquí y qué dice ahora.',
    component:
      '<strong>El componente.</strong> Un distintivo mostrado por nuestro componente comprueba su firma en tu navegador y dice «no es de este sitio» en cualquier sitio que no sea el de la marca.',
    verifying:
      '<strong>Comprobarlo.</strong> <verify>Danos la página</verify> y te decimos si el distintivo que hay en ella es para ella.',
    lasts: 'Cuánto dura',
    tenDays:
      'Diez días como mucho, y nunca más que las pruebas en las que se basa. Se renueva mientras se mantienen.',
    expired: 'Caducado',
    expiredText:
      'Sus días han pasado. Puede ser una copia vieja: la página de la marca muestra si hay uno nuevo.',
    revoked: 'Retirado',
    revokedText:
      'Se retiró para siempre, porque lo que decía ya no se cumple. Puede que lo haya sustituido uno nuevo.',
    suspended: 'En suspenso',
    suspendedText:
      'No cuenta por ahora: la marca lo congeló, quizá porque sufrió un ataque, o el dominio está en revisión. No confíes en él hasta que eso acabe.',
    unconfirmed: 'Sin confirmar',
    unconfirmedText:
      'En la última comprobación faltaba una prueba. Su titular tiene unos días para reponerla.',
    signer: 'Quién lo firma y cómo comprobarlo por tu cuenta',
    signerText:
      'Lo firma este registro, con una clave que publica en <did>{address}</did>. El distintivo es una credencial verificable del W3C (un JWT firmado con ES256), y las listas de lo retirado son Bitstring Status Lists del W3C, así que no tienes que fiarte de nuestra palabra ni de nuestros programas:',
    here: '<verify>Compruébalo aquí</verify>: da la página que muestra el distintivo, la imagen o el texto firmado, y mira cada paso.',
    library:
      'Con cualquier biblioteca que lea estas credenciales, a partir de did.json: el README del código de este registro trae las pocas líneas necesarias para varias de ellas.',
    offline:
      'Sin red: {command}. Entonces dice que la firma es válida y el estado desconocido, porque no se preguntó a nadie si el distintivo se había retirado.',
  },
  pl: {
    title: 'Co odznaka mówi, a czego nie',
    description:
      'Odznaka pokazuje, która domena ręczy. Nie pokazuje, że nazwa należy do marki, i nie jest znakiem jakości. Po czym poznać skopiowaną odznakę, jak długo jest ważna i jak ją samemu sprawdzić.',
    lede: 'Odznaka tego rejestru pokazuje, <strong>która domena ręczy</strong>. To podpisane oświadczenie wraz z obrazem, a sprawdzić je może każdy.',
    says: 'Co mówi',
    saysDomain:
      'Podaje domenę oraz to, że jej ludzie wykazali przed tym rejestrem, że ją kontrolują: umieścili tam tekst, którego nikt inny umieścić nie mógł. Codziennie sprawdzamy, czy wciąż tam jest.',
    saysAccounts:
      'Pełna odznaka wymienia też konta, ale tylko takie, które potwierdziły obie strony: domena wskazała konto, a konto wskazało domenę.',
    not: 'Czego nie mówi',
    notName:
      '<strong>Że nazwa należy do nich.</strong> Nazwę podaje sama marka, dopóki ktoś jej nie sprawdzi, a dwie uczciwe marki mogą nazywać się tak samo. Czytaj domenę: to ona została potwierdzona.',
    notGood: '<strong>Że są uczciwi albo dobrzy.</strong> To nie jest znak jakości, ocena ani licencja.',
    notSafe:
      '<strong>Że strona jest dziś bezpieczna.</strong> Na stronę z odznaką można się włamać jak na każdą inną.',
    copied: 'Obraz można skopiować. Po czym to poznać',
    bar: '<strong>Pasek adresu.</strong> Odznaka podaje domenę. Jeśli przeglądarka pokazuje inną, odznaka nie jest dla strony, na której jesteś.',
    link: '<strong>Odnośnik.</strong> Odznaka prowadzi do strony tej marki w tym rejestrze. Zobacz, czy ta strona naprawdę tu jest i co teraz mówi.',
    component:
      '<strong>Komponent.</strong> Odznaka pokazywana przez nasz komponent sprawdza swój podpis w twojej przeglądarce i na każdej obcej stronie mówi „nie dla tej strony”.',
    verifying:
      '<strong>Sprawdzenie.</strong> <verify>Podaj nam stronę</verify>, a powiemy, czy odznaka na niej jest dla niej.',
    lasts: 'Jak długo jest ważna',
    tenDays:
      'Najwyżej dziesięć dni i nigdy dłużej niż dowody, na których się opiera. Odnawia się, dopóki one trwają.',
    expired: 'Wygasła',
    expiredText: 'Jej dni minęły. To może być stara kopia: strona marki pokazuje, czy jest nowa.',
    revoked: 'Cofnięta',
    revokedText: 'Cofnięto ją na dobre, bo to, co mówiła, już nie jest prawdą. Mogła ją zastąpić nowa.',
    suspended: 'Zawieszona',
    suspendedText:
      'Na razie się nie liczy: marka ją zamroziła, może po włamaniu, albo domena jest sprawdzana. Nie ufaj jej, dopóki to się nie skończy.',
    unconfirmed: 'Niepotwierdzona',
    unconfirmedText:
      'Przy ostatnim sprawdzeniu brakowało dowodu. Właściciel ma kilka dni, aby go przywrócić.',
    signer: 'Kto ją podpisuje i jak ją samemu sprawdzić',
    signerText:
      'Podpisuje ją ten rejestr, kluczem, który publikuje pod <did>{address}</did>. Odznaka to weryfikowalne poświadczenie W3C (JWT podpisany ES256), a listy cofniętych to Bitstring Status List W3C, więc nie musisz wierzyć naszemu słowu ani naszemu oprogramowaniu:',
    here: '<verify>Sprawdź ją tutaj</verify>: podaj stronę, która pokazuje odznakę, obraz albo podpisany tekst, i zobacz każdy krok.',
    library:
      'Dowolną biblioteką, która czyta takie poświadczenia, na podstawie samego did.json: README kodu tego rejestru podaje po kilka wierszy dla kilku z nich.',
    offline:
      'Bez sieci: {command}. Powie wtedy, że podpis jest ważny, a stan nieznany, bo nikogo nie zapytano, czy odznakę cofnięto.',
  },
})
