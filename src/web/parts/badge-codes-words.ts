import { texts } from '#i18n/texts.ts'

export const words = texts({
  en: {
    title: 'Code to copy',
    component: 'Component',
    componentText:
      'The best one: the visitor’s own browser checks the signature, the date, whether the badge was taken back and whether it stands on the right site. Until then, and without script, it shows the picture inside.',
    frame: 'Frame',
    frameText:
      'Without script. The browser shows it on {site} and nowhere else, so choose the site above as it stands in the address bar.',
    picture: 'Picture',
    pictureText:
      'Works wherever a picture does. It shows the registry’s present word, and is no proof by itself: anybody can copy or redraw a picture. The link is what counts.',
    mail: 'Mail',
    mailText:
      'The picture as a PNG, for signatures of mails and wherever an SVG is not taken. Link to it rather than attach it, so that it stays true: a saved copy carries the badge of its day and ends within ten.',
    markdown: 'Markdown',
    markdownText: 'The picture for a README or a forum.',
    wordpress: 'WordPress',
    wordpressText:
      'In the editor choose <strong>+</strong>, then <strong>Custom HTML</strong>, and paste. Some plans and roles drop scripts and frames when the page is saved, so this is the picture; where yours lets scripts stand, paste the component in the same block. In a footer: Appearance, Widgets (or Editor), the same block.',
    pinned: 'Component, pinned to these very bytes',
    pinnedText:
      'With its digest a changed script is refused by the browser. The price: when we publish a repaired component this address ends, and the picture inside is shown until you paste the new code.',
    policy: 'If your site sends a Content-Security-Policy',
    policyText:
      'The component needs {script} and {connect}, the picture {img}, the frame {frame}. None needs a style, a cookie or anybody else’s server.',
  },
  es: {
    title: 'Código para copiar',
    component: 'Componente',
    componentText:
      'El mejor: el propio navegador del visitante comprueba la firma, la fecha, si el distintivo se ha retirado y si está en el sitio correcto. Hasta entonces, y sin scripts, muestra la imagen que lleva dentro.',
    frame: 'Marco',
    frameText:
      'Sin scripts. El navegador lo muestra en {site} y en ningún otro lugar, así que elige arriba el sitio tal como aparece en la barra de direcciones.',
    picture: 'Imagen',
    pictureText:
      'Sirve donde sirva una imagen. Muestra lo que dice ahora el registro y por sí sola no es una prueba: cualquiera puede copiar o redibujar una imagen. Lo que cuenta es el enlace.',
    mail: 'Correo',
    mailText:
      'La imagen en PNG, para firmas de correo y donde no se acepte SVG. Enlázala en lugar de adjuntarla, para que siga siendo cierta: una copia guardada lleva el distintivo de ese día y termina en diez días como mucho.',
    markdown: 'Markdown',
    markdownText: 'La imagen para un README o un foro.',
    wordpress: 'WordPress',
    wordpressText:
      'En el editor elige <strong>+</strong>, después <strong>HTML personalizado</strong>, y pega. Algunos planes y roles quitan los scripts y los marcos al guardar, por eso esta es la imagen; si el tuyo los admite, pega el componente en el mismo bloque. En un pie de página: Apariencia, Widgets (o Editor), el mismo bloque.',
    pinned: 'Componente, fijado a estos bytes exactos',
    pinnedText:
      'Con su huella, el navegador rechaza un script alterado. El precio: cuando publiquemos un componente corregido esta dirección terminará, y se mostrará la imagen de dentro hasta que pegues el código nuevo.',
    policy: 'Si tu sitio envía una Content-Security-Policy',
    policyText:
      'El componente necesita {script} y {connect}; la imagen, {img}; el marco, {frame}. Ninguno necesita estilos, cookies ni servidores ajenos.',
  },
  pl: {
    title: 'Kod do skopiowania',
    component: 'Komponent',
    componentText:
      'Najlepszy: przeglądarka odwiedzającego sama sprawdza podpis, datę, czy odznakę cofnięto i czy jest na właściwej stronie. Do tego czasu, a także bez skryptów, pokazuje obraz, który ma w środku.',
    frame: 'Ramka',
    frameText:
      'Bez skryptów. Przeglądarka pokazuje ją na {site} i nigdzie indziej, więc wybierz wyżej stronę tak, jak stoi w pasku adresu.',
    picture: 'Obraz',
    pictureText:
      'Działa wszędzie tam, gdzie obraz. Pokazuje, co rejestr mówi teraz, ale sam nie jest dowodem: każdy może obraz skopiować albo przerysować. Liczy się odnośnik.',
    mail: 'Poczta',
    mailText:
      'Obraz jako PNG, do podpisów w poczcie i tam, gdzie SVG nie działa. Lepiej go podlinkować niż załączyć, żeby pozostał prawdziwy: zapisana kopia niesie odznakę z tego dnia i wygasa najwyżej po dziesięciu dniach.',
    markdown: 'Markdown',
    markdownText: 'Obraz do README albo na forum.',
    wordpress: 'WordPress',
    wordpressText:
      'W edytorze wybierz <strong>+</strong>, potem <strong>Własny HTML</strong> i wklej. Niektóre plany i role usuwają skrypty i ramki przy zapisie, dlatego to jest obraz; jeśli twój na nie pozwala, wklej komponent w tym samym bloku. W stopce: Wygląd, Widżety (albo Edytor), ten sam blok.',
    pinned: 'Komponent przypięty do dokładnie tych bajtów',
    pinnedText:
      'Dzięki skrótowi przeglądarka odrzuci zmieniony skrypt. Cena: gdy opublikujemy poprawiony komponent, ten adres przestanie działać i do czasu wklejenia nowego kodu będzie widać obraz ze środka.',
    policy: 'Jeśli twoja strona wysyła Content-Security-Policy',
    policyText:
      'Komponent potrzebuje {script} i {connect}, obraz {img}, ramka {frame}. Żaden nie potrzebuje stylów, ciasteczek ani cudzych serwerów.',
  },
})
