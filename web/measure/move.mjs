// Moves the drawing as somebody would.

/** How long somebody pans and zooms, in milliseconds. */
const moving = 8000

/** Pans for half of the time and zooms in and out for the rest. */
export async function move(page, { x, y }) {
  const began = performance.now()
  const left = (part) => performance.now() - began < moving * part
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 0; i < 40 && left(0.5); i++) await page.mouse.move(x + 4 * i, y + 2 * i)
  await page.mouse.up()
  for (let i = 0; i < 10 && left(1); i++) {
    await page.mouse.wheel(0, i % 4 < 2 ? -120 : 120)
    await page.waitForTimeout(60)
  }
}
