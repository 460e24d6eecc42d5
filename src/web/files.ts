const petals = Array.from(
  { length: 6 },
  (_, index) => `<ellipse rx="44" ry="28" transform="rotate(${index * 30})"/>`,
).join('')

export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-50 -50 100 100"><circle r="49" fill="#f6f3ea"/><g fill="none" stroke="#1d3f72" stroke-width="3">${petals}</g><circle r="17" fill="#1d3f72"/></svg>
`
