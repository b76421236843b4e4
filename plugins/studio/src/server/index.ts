/** One mechanism for everything that operators configure (配置中心, R13.1). */
export default {};
