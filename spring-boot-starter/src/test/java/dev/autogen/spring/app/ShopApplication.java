package dev.autogen.spring.app;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small application with an entity and two migrations; it starts, and ends. */
@SpringBootApplication
public class ShopApplication {

    /** Starts it; Hibernate validates the schema against the entity meanwhile. */
    public static void main(String[] arguments) {
        try (var application = SpringApplication.run(ShopApplication.class, arguments)) {
            application.getBean(EntityManagerFactory.class).getMetamodel().entity(Product.class);
        }
    }
}
