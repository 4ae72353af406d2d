package io.coachflow.console;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The console. Where it is off, none of its beans exists.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ConsoleIsOn.class)
@ComponentScan
public class ConsoleConfiguration {

}
