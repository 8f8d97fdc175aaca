export const CyclesPage = () => null
