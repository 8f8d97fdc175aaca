export const CyclePage = () => null
