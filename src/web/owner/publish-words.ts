import { texts } from '#i18n/texts.ts'

export const publishWords = texts({
  en: {
    title: 'Please publish a text for {domain}',
    from: 'Somebody at <strong>{host}</strong> asks you: {email}. They confirmed that address here.',
    unknown:
      'If you do not know them, or did not expect this, publish nothing, and ask them in another way than by answering a mail.',
    done: 'It is published: look now',
    grants: 'What publishing it grants',
    grantsThis:
      'Whoever asks can then say in this public registry which accounts on social networks and elsewhere are those of {domain}, and show its signed badge.',
    grantsNothing:
      'Nothing else: no access to the site, to mail or to the DNS. The text does nothing by itself.',
    grantsEnd: 'It ends by itself a week after the text is taken away.',
    ends: 'This link ends on',
    ended: 'This link is over',
    endedDetail: 'It has ended, was taken back, or was not copied whole. Ask whoever sent it for a new one.',
  },
  es: {
    title: 'Por favor, publica un texto para {domain}',
    from: 'Te lo pide alguien de <strong>{host}</strong>: {email}. Ha confirmado aquí esa dirección.',
    unknown:
      'Si no sabes quién es o no esperabas esto, no publiques nada y pregúntale por otra vía que no sea contestar a un correo.',
    done: 'Ya está publicado: comprobar ahora',
    grants: 'Qué permite publicarlo',
    grantsThis:
      'Quien lo pide podrá decir en este registro público qué cuentas en redes sociales y otros sitios son las de {domain}, y mostrar su distintivo firmado.',
    grantsNothing:
      'Nada más: ni acceso a la web, ni al correo, ni al DNS. El texto no hace nada por sí mismo.',
    grantsEnd: 'Acaba solo una semana después de quitar el texto.',
    ends: 'Este enlace acaba el',
    ended: 'Este enlace ya no vale',
    endedDetail: 'Ha caducado, lo han anulado o no se copió entero. Pide uno nuevo a quien te lo envió.',
  },
  pl: {
    title: 'Prośba o opublikowanie tekstu dla {domain}',
    from: 'Prosi o to ktoś z <strong>{host}</strong>: {email}. Ten adres został tu potwierdzony.',
    unknown:
      'Jeśli nie znasz tej osoby albo nie spodziewasz się tej prośby, nic nie publikuj i zapytaj ją w inny sposób niż odpowiadając na e-mail.',
    done: 'Opublikowano: sprawdź teraz',
    grants: 'Na co pozwala opublikowanie',
    grantsThis:
      'Kto o to prosi, będzie mógł podać w tym publicznym rejestrze, które konta w mediach społecznościowych i gdzie indziej należą do {domain}, i pokazywać jej podpisaną odznakę.',
    grantsNothing: 'Na nic więcej: nie daje dostępu do strony, poczty ani DNS. Sam tekst nic nie robi.',
    grantsEnd: 'Kończy się samo tydzień po usunięciu tekstu.',
    ends: 'Ten link wygasa',
    ended: 'Ten link już nie działa',
    endedDetail: 'Wygasł, został unieważniony albo nie skopiowano go w całości. Poproś nadawcę o nowy.',
  },
})
