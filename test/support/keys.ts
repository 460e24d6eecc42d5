/** A P-256 key made for tests and used nowhere else. */
export const testKeys = JSON.stringify({
  keys: [
    {
      kty: 'EC',
      x: '6WUNdNbkF3nlQ7v2zmgfbv3r2nO5C61RHJrOtr_0UPg',
      y: 'xEhDRlpAEcBoks0sXEpei-V8QS7TFZOjKZg4iPu_ObE',
      crv: 'P-256',
      d: 'K3tWx_o4WUXcCjMRLrUYWxvibrpnOJVeeuAMf08TBUI',
    },
  ],
})
