package dev.assay.hiring;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All features and the platform below them; what an application imports to be a hiring platform.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class HiringConfiguration {}
