import { expect, test } from 'vitest'
import { jointPlanAddress, planInAddress } from './address'

test('an address names the joint plan it was made for', () => {
  const address = jointPlanAddress('a+b=c')
  expect(planInAddress(address.slice(address.indexOf('#')))).toBe('a+b=c')
  expect(planInAddress('')).toBeNull()
})
