/**
 * What squatters put before or behind a brand's name to pass for its own, in English, Spanish and Polish. The first
 * list says "it is really us" or asks for trust; the second is also said by fans, shops and branches.
 */
export const trusted = words(`
  official theofficial real thereal verified auth authentic original
  support supportteam help helpdesk helpcenter helpline care customercare customersupport customerservice service services
  secure security login signin account accounts billing payment payments pay wallet refund refunds claim claims
  www update verify verification alert alerts team desk assist assistance giveaway giveaways airdrop bonus promo prize
  oficial laoficial eloficial cuentaoficial oficialmente soporte soportetecnico ayuda atencion atencionalcliente cliente
  clientes servicio servicioalcliente seguridad acceso cuenta cuentas pago pagos reembolso sorteo sorteos premio premios
  oficjalny oficjalna oficjalne oficjalnie pomoc pomoctechniczna wsparcie obsluga obslugaklienta klient klienci biuro
  bezpieczenstwo logowanie konto konta platnosci platnosc zwrot zwroty konkurs nagroda nagrody promocja serwis
`)

export const worldly = words(`
  the get my go try use join hello hey we its iam team app apps web site online shop store market outlet sale sales deals
  news blog tv live media press jobs career careers hq inc ltd llc corp co company group global world international intl
  shopping club community fan fans forum info mail email dev labs studio studios now today plus pro vip new
  la el los las mi tienda ventas noticias prensa empleo empresa grupo mundo web enlinea
  sklep oferta praca firma grupa polska polski polskie kontakt nowy nowa moja moj
  es pl en us usa uk gb eu de fr it pt mx ar cl pe ve ec uy br ca au in jp cz sk ua ro nl be ch at se no dk fi ie gr tr
  espana spain mexico argentina colombia chile peru latam poland europe europa
  com net org io
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
