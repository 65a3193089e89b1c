import type { Catalogue } from '../../../server-catalogue.ts'

export const fields: Catalogue = {
  'Must be given.': 'Muss angegeben werden.',
  'Must not be empty.': 'Darf nicht leer sein.',
  'Must be a text.': 'Muss ein Text sein.',
  'Must be a text, so that it stays exact.': 'Muss ein Text sein, damit es genau bleibt.',
  'Must be a number.': 'Muss eine Zahl sein.',
  'Must be a whole number.': 'Muss eine ganze Zahl sein.',
  'Must be a whole number from 1.': 'Muss eine ganze Zahl ab 1 sein.',
  'Must be a whole number from 1 to {0}.': 'Muss eine ganze Zahl von 1 bis {0} sein.',
  'Must be true or false.': 'Muss true oder false sein.',
  'Must be a list.': 'Muss eine Liste sein.',
  'Must be an object.': 'Muss ein Objekt sein.',
  'Must be the id of a record.': 'Muss die Kennung eines Datensatzes sein.',
  'Must be a number or an address.': 'Muss eine Nummer oder eine Adresse sein.',
  'Must be a login.': 'Muss ein Benutzername sein.',
  'Must be {0}.': 'Muss {0} sein.',
  'Must be one of {0}.': 'Muss eines von diesen sein: {0}.',
  'Must be asc or desc.': 'Muss asc oder desc sein.',
  'Must be at least {0}.': 'Muss mindestens {0} sein.',
  'Must be at most {0}.': 'Darf höchstens {0} sein.',
  'Must be 0, or from 8 to 24.': 'Muss 0 sein, oder 8 bis 24.',
  'Must have at least {0} characters.': 'Braucht mindestens {0} Zeichen.',
  'Must have at most {0} characters.': 'Darf höchstens {0} Zeichen haben.',
  'Must have at least {0} entries.': 'Braucht mindestens {0} Einträge.',
  'Must have at most {0} entries.': 'Darf höchstens {0} Einträge haben.',
  'Must have at most 50 entries.': 'Darf höchstens 50 Einträge haben.',
  'Must have at most {0} bytes as it stands in the page. Shorten it.':
    'Darf höchstens {0} Bytes haben, so wie es auf der Seite steht. Kürzen Sie es.',
  'May be given once.': 'Darf nur einmal angegeben werden.',
  'May be given at most {0} times.': 'Darf höchstens {0}-mal angegeben werden.',
  'Has the wrong form.': 'Hat nicht die richtige Form.',
  'There is no such field.': 'Dieses Feld gibt es nicht.',
  'Each record may be listed once.': 'Jeder Datensatz darf nur einmal vorkommen.',
  'Must be one line.': 'Muss eine einzige Zeile sein.',
  'Must be one line without control characters.': 'Muss eine einzige Zeile ohne Steuerzeichen sein.',
  'Must be one line of at most {0} characters.': 'Muss eine einzige Zeile von höchstens {0} Zeichen sein.',
  'Must not hold control characters.': 'Darf keine Steuerzeichen enthalten.',
  'Must be letters, digits and underscores.': 'Darf nur aus Buchstaben, Ziffern und Unterstrichen bestehen.',
  'Must be base64url.': 'Muss base64url sein.',
  'Must be JSON.': 'Muss JSON sein.',
  'Must be a time in UTC such as 2026-01-31T12:00:00Z.': 'Muss ein Zeitpunkt in UTC wie 2026-01-31T12:00:00Z sein.',
  'Must be a time such as 2026-01-31T12:00:00Z.': 'Muss ein Zeitpunkt wie 2026-01-31T12:00:00Z sein.',
  'Must be a date such as 2026-01-31.': 'Muss ein Datum wie 2026-01-31 sein.',
  'Must be before to.': 'Muss vor to liegen.',
  'Must be at most {0} days before to.': 'Darf höchstens {0} Tage vor to liegen.',
  'Must be names of {0}, each once, with commas between.': 'Müssen Namen aus {0} sein, jeder einmal, durch Kommas getrennt.',
  'Must be the name of a time zone.': 'Muss der Name einer Zeitzone sein.',
  'Must be the IANA name of a time zone, such as Europe/Berlin or UTC.':
    'Muss der IANA-Name einer Zeitzone sein, etwa Europe/Berlin oder UTC.',
  'The database server does not know this time zone: take another name of it, or UTC.':
    'Der Datenbankserver kennt diese Zeitzone nicht: Nehmen Sie einen anderen Namen für sie, oder UTC.',
  'Must be a country code of two letters such as US (ISO 3166-1).':
    'Muss ein Ländercode aus zwei Buchstaben wie DE sein (ISO 3166-1).',
  'Must be a country code of two letters such as US (ISO 3166-1), or * for every other country.':
    'Muss ein Ländercode aus zwei Buchstaben wie DE sein (ISO 3166-1), oder * für alle anderen Länder.',
  'There is no such country code.': 'Diesen Ländercode gibt es nicht.',
  'Must be a language tag such as en or pt-BR.': 'Muss ein Sprachkürzel wie de oder pt-BR sein.',
  'Must be a currency code of three letters such as USD.': 'Muss ein Währungscode aus drei Buchstaben wie EUR sein.',
  'Must be a currency code of three letters such as USD (ISO 4217).':
    'Muss ein Währungscode aus drei Buchstaben wie EUR sein (ISO 4217).',
  'Must be an amount such as 25 or 25.50.': 'Muss ein Betrag wie 25 oder 25.50 sein.',
  'Must be an amount such as 25 or 12.50, not negative.': 'Muss ein Betrag wie 25 oder 12.50 sein, nicht negativ.',
  'Must be a decimal number such as 0.0079.': 'Muss eine Dezimalzahl wie 0.0079 sein.',
  'Must be a decimal number such as 0.0079: a point, at most six digits on each side, no sign and no currency.':
    'Muss eine Dezimalzahl wie 0.0079 sein: mit Punkt, höchstens sechs Ziffern auf jeder Seite, ohne Vorzeichen und ohne Währung.',
  'Must be a URL.': 'Muss eine URL sein.',
  'Must be an https address; http will do on a network of your own.':
    'Muss eine https-Adresse sein; in einem eigenen Netz genügt http.',
  'Must be an https address, a path on this server, or a data:image/… URL in base64.':
    'Muss eine https-Adresse, ein Pfad auf diesem Server oder eine URL data:image/… in base64 sein.',
  'Must be an origin such as https://wifi.example.com, without a path.':
    'Muss ein Ursprung wie https://wifi.example.com sein, ohne Pfad.',
  'Must be a domain such as example.com.': 'Muss eine Domain wie example.com sein.',
  'Must be a host name or an IP address, without a port.': 'Muss ein Hostname oder eine IP-Adresse sein, ohne Port.',
  'Must be an email address.': 'Muss eine E-Mail-Adresse sein.',
  'Must be one email address.': 'Muss eine einzige E-Mail-Adresse sein.',
  'Must be one address such as you@example.com.': 'Muss eine einzige Adresse wie sie@example.com sein.',
  'Must be one address such as bounces@example.com.': 'Muss eine einzige Adresse wie bounces@example.com sein.',
  'Must be one address such as bounces@example.com, without a + and with at most 21 characters before the @.':
    'Muss eine einzige Adresse wie bounces@example.com sein, ohne + und mit höchstens 21 Zeichen vor dem @.',
  'Must have no + before the @: Gatehouse puts one there, followed by a token for each message.':
    'Darf kein + vor dem @ haben: Gatehouse setzt dort eines, gefolgt von einem Token für jede Nachricht.',
  'Must have at most {0} characters before the @, so that there is room for the token.':
    'Darf höchstens {0} Zeichen vor dem @ haben, damit Platz für das Token ist.',
  'Must be an address such as wifi@example.com or Hotel Wi-Fi <wifi@example.com>.':
    'Muss eine Adresse wie wifi@example.com oder Hotel Wi-Fi <wifi@example.com> sein.',
  'Must be one address with {number} before the @, for example {number}@sms.example.com.':
    'Muss eine einzige Adresse mit {number} vor dem @ sein, etwa {number}@sms.example.com.',
  'Must be a mobile number in international form, such as +14155550123.':
    'Muss eine Mobilnummer in internationaler Form sein, etwa +14155550123.',
  'Must be a mobile number, best in international form such as +14155550123.':
    'Muss eine Mobilnummer sein, am besten in internationaler Form wie +14155550123.',
  'Must be a number in international form such as +14155550123.':
    'Muss eine Nummer in internationaler Form wie +14155550123 sein.',
  'Must be a number in international form such as +15555550123.':
    'Muss eine Nummer in internationaler Form wie +15555550123 sein.',
  'Must be a number with its country code such as +15555550123.': 'Muss eine Nummer mit Landesvorwahl wie +15555550123 sein.',
  'Must be the beginning of an E.164 number, such as +1555.': 'Muss der Anfang einer E.164-Nummer sein, etwa +1555.',
  'Must be the beginning of a number such as +4470, or a range +447000000000-+447009999999.':
    'Muss der Anfang einer Nummer wie +4470 sein, oder ein Bereich +447000000000-+447009999999.',
  'This number cannot receive text messages.': 'Diese Nummer kann keine SMS empfangen.',
  'Numbers of this country are not served: see allowed_countries of the splash portal.':
    'Nummern dieses Landes werden nicht bedient: Sehen Sie die bedienten Länder des Splash-Portals nach.',
  'Must be a colour such as #1d4ed8.': 'Muss eine Farbe wie #1d4ed8 sein.',
  'Must be small letters, digits and single dashes, such as main-lobby.':
    'Darf nur aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen bestehen, etwa main-lobby.',
  'The name holds no letters or digits to make an address of: give a slug.':
    'Der Name hat keine Buchstaben oder Ziffern, aus denen eine Adresse werden kann: Geben Sie eine an.',
  'Put it in again: with this change it would go elsewhere than it was meant to.':
    'Geben Sie es noch einmal ein: Mit dieser Änderung ginge es anderswohin, als es gedacht war.',
  'Another account has this login.': 'Ein anderes Konto hat diesen Benutzernamen.',
  'Another account group has this name.': 'Eine andere Kontogruppe hat diesen Namen.',
  'Another carrier of this country has this name.': 'Ein anderer Mobilfunkanbieter dieses Landes hat diesen Namen.',
  'Another carrier has the name of this one: give that one another name first.':
    'Ein anderer Mobilfunkanbieter hat den Namen von diesem: Geben Sie zuerst jenem einen anderen.',
  'Another mail server has this name.': 'Ein anderer Mailserver hat diesen Namen.',
  'Another SMS gateway has this name.': 'Ein anderes SMS-Gateway hat diesen Namen.',
  'Another splash portal has this name.': 'Ein anderes Splash-Portal hat diesen Namen.',
  'Another splash portal has this address.': 'Ein anderes Splash-Portal hat diese Adresse.',
  'Another usage plan has this name.': 'Ein anderer Nutzungsplan hat diesen Namen.',
  'The gateway has a price for this country already.': 'Das Gateway hat schon einen Preis für dieses Land.',
  'This contact is suppressed already.': 'Dieser Kontakt ist schon gesperrt.',
  'Email goes through no SMS gateway: leave it out.': 'E-Mails gehen durch kein SMS-Gateway: Lassen Sie es weg.',
  'Is for text messages: leave it out.': 'Ist für SMS: Lassen Sie es weg.',
  'Put in the name of the SMTP server.': 'Tragen Sie den Namen des SMTP-Servers ein.',
  'Choose a vendor, or set captcha_when to off.': 'Wählen Sie einen Anbieter, oder schalten Sie das CAPTCHA aus.',
  'Put in the site key from the vendor.': 'Tragen Sie den Websiteschlüssel des Anbieters ein.',
  'Put in the secret from the vendor.': 'Tragen Sie den geheimen Schlüssel des Anbieters ein.',
  'A generic CAPTCHA needs this address.': 'Ein allgemeines CAPTCHA braucht diese Adresse.',
  'There is no puzzle while puzzle_bits is 0: these guests could not go on.':
    'Solange der Schwierigkeitsgrad 0 ist, gibt es kein Rätsel: Diese Gäste kämen nicht weiter.',
  'Send the file as one of {0}.': 'Senden Sie die Datei als eines von diesen: {0}.',
  'The body is empty; send the file itself.': 'Der Inhalt ist leer; senden Sie die Datei selbst.',
  'A logo may have at most {0} KiB.': 'Ein Logo darf höchstens {0} KiB groß sein.',
  'The file is {0}, not {1}.': 'Die Datei ist {0}, nicht {1}.',
  'The file is no {0}.': 'Die Datei ist kein {0}.',
}
