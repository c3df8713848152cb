package fr.pleiade.web;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.web.edge.KeptAnswers;
import fr.pleiade.web.edge.TomcatEdge;
import fr.pleiade.web.http.ExchangeArguments;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the server and how they hang together; the faces are found below this package. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class WebConfiguration {
    @Bean
    SparqlService sparqlService(ServerOptions options) {
        return SparqlService.of(options.fusekiConfig());
    }

    @Bean
    CurrentRelease currentRelease(ServerOptions options, SparqlService sparql, ServedReleases served) {
        return new CurrentRelease(Releases.in(options.state()), sparql, served);
    }

    @Bean(initMethod = "start")
    ReleaseWatch releaseWatch(ServerOptions options, CurrentRelease current) {
        return new ReleaseWatch(current, options.state().resolve("current"));
    }

    @Bean
    ServedReleases servedReleases() {
        return new ServedReleases();
    }

    /** The releases before the current one that are still kept, the newest first. */
    @Bean
    PerRelease<List<Release>> earlierReleases(ServerOptions options) {
        Releases releases = Releases.in(options.state());
        return new PerRelease<>(releases::before);
    }

    @Bean(initMethod = "start")
    DeletedFiles deletedFiles(ServerOptions options, ServedReleases served, List<PerRelease<?>> perRelease) {
        return new DeletedFiles(options.state().resolve("releases"), () -> {
            served.clear();
            perRelease.forEach(PerRelease::clear);
        });
    }

    @Bean
    TomcatEdge tomcatEdge(ServerOptions options, MessageSource messages) {
        return new TomcatEdge(messages, options.base(), options.proxies());
    }

    /** Stands directly behind the edge, before everything that takes time. */
    @Bean
    FilterRegistrationBean<KeptAnswers> keptAnswers(CurrentRelease current) {
        FilterRegistrationBean<KeptAnswers> registration = new FilterRegistrationBean<>(
                new KeptAnswers(() -> current.release().map(Release::id)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    MessageSource messageSource() {
        return Sentences.all();
    }

    @Bean
    WebMvcConfigurer exchanges(ServerOptions options) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ExchangeArguments(options.base()));
            }
        };
    }
}
