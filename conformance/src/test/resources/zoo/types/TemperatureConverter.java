package zoo.types;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Converter(autoApply = true)
public class TemperatureConverter implements AttributeConverter<Temperature, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Temperature temperature) {
        return temperature == null ? null : BigDecimal.valueOf(temperature.kelvin());
    }

    @Override
    public Temperature convertToEntityAttribute(BigDecimal kelvin) {
        return kelvin == null ? null : new Temperature(kelvin.doubleValue());
    }
}
